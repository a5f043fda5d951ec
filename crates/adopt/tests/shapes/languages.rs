//! Articles in other languages than English.
//!
//! Belongs here: rows for words of other languages. Does not: shapes that any language has.

use crate::{Case, drawn, hold};

pub(crate) const CASES: &[Case] = &[
    Case {
        shape: "a German article that a word list reads",
        article: "<h1>Der Drucker druckt nicht</h1><p>Das hilft meist, und zwar in dieser Reihenfolge.</p>
            <h2>Neu starten</h2><ol><li>Drucker ausschalten.</li><li>Eine Minute warten.</li></ol>
            <h2>Warteschlange leeren</h2><ul><li>Einstellungen aufrufen.</li><li>Alle Dokumente entfernen.</li></ul>
            <h2>Verwandte Artikel</h2><ul><li><a href=x>Papierstau</a></li><li><a href=y>Farben</a></li></ul>",
        guide: "Neu starten (2)\nWarteschlange leeren (2)\n",
    },
    Case {
        shape: "fixes for one system only, as German says it",
        article: "<h1>Der Drucker druckt nicht</h1><p>Das hilft meist, und zwar in dieser Reihenfolge.</p><h2>Dienst neu starten (nur Windows)</h2><p>Öffnen Sie die Dienste und starten Sie ihn neu.</p>
            <h2>Liste zurücksetzen (nur Mac)</h2><p>Öffnen Sie die Einstellungen und setzen Sie die Liste zurück.</p>",
        guide: "? Windows\n? Mac\nDienst neu starten (nur Windows) (1) if windows\nListe zurücksetzen (nur Mac) (1) if macos\n",
    },
    Case {
        shape: "what a French page has its readers try first",
        article: "<h1>L'imprimante n'imprime pas</h1><h2>À essayer en premier</h2><ol><li><b>Redémarrez l'imprimante.</b> Appuyez sur le bouton.</li><li><b>Vérifiez le papier.</b> Ouvrez le bac.</li></ol>
            <h2>Réinstaller le pilote</h2><p>Ouvrez les réglages et supprimez le pilote.</p>",
        guide: "Redémarrez l'imprimante. (1)\nVérifiez le papier. (1)\nRéinstaller le pilote (1)\n",
    },
    Case {
        shape: "what an Italian reader asks, and sees",
        article: "<h1>Risoluzione dei problemi di stampa</h1><p>Questa pagina tratta i problemi più comuni della stampante e le loro soluzioni.</p>
            <h2>La stampa non parte</h2><p>Controlla il cavo e riavvia la stampante.</p>
            <h2>Perché la stampa è molto lenta?</h2><p>Abbassa la qualità nelle impostazioni.</p>
            <h2>Perché la pagina contiene righe bianche o mancanti?</h2><p>Pulisci le testine e stampa di nuovo.</p>",
        guide: "? La stampa non parte\n? Perché la stampa è molto lenta?\n? Perché la pagina contiene righe bianche o mancanti?\nLa stampa non parte (1) if sees-la-stampa-non-parte\nPerché la stampa è molto lenta? (1) if sees-perch-la-stampa-molto-lenta\nPerché la pagina contiene righe bianche o mancanti? (1) if sees-perch-la-pagina-contiene-righe-bianche-o-mancant\n",
    },
    Case {
        shape: "Chinese bold beginnings with wide colons; a title that says what still goes on",
        article: "<h1>退出后音乐仍然播放</h1><p>可以用以下方式停止播放：</p>
            <ul><li><b>通知栏</b>：下拉通知栏，点击停止按钮。</li><li><b>退出按钮</b>：打开设置，勾选退出按钮。</li><li><b>强制停止</b>：打开应用信息，点击强制停止。</li></ul>",
        guide: "通知栏 (1)\n退出按钮 (1)\n强制停止 (1)\n",
    },
    Case {
        shape: "a Spanish symptom that still is there, and a section for when nothing helped",
        article: "<h1>Problemas con el receptor</h1><p>Prueba estos consejos en este orden.</p>
            <h2>Comprueba la red</h2><p>Abre los ajustes y comprueba los cables.</p>
            <h2>El cable está bien y todavía no puedo conectar</h2><p>Muchos routers no lo permiten. Para evitarlo, lo mejor es añadir dos dispositivos.</p>
            <h2>Aún no puedo conectar</h2><p>Te has olvidado algo.</p>",
        guide: "Comprueba la red (1)\nEl cable está bien y todavía no puedo conectar (1)\nsupport: Aún no puedo conectar\n",
    },
    Case {
        shape: "the Japanese for problem, over no fixes and beside the remedy",
        article: "<h1>印刷できない</h1><h2>問題</h2><p>印刷が始まりません。電源は確認してください。</p><h2>解決策</h2><ol><li>ケーブルを差し込みます。</li><li>再起動します。</li></ol>",
        guide: "解決策 (2)\n",
    },
    Case {
        shape: "the Japanese for common problems, with their remedies in a list",
        article: "<h1>印刷できない</h1><h2>よくある問題</h2><ul><li>ケーブルを差し込みます。</li><li>再起動します。</li></ul><h2>手順</h2><ol><li>電源を入れます。</li><li>ボタンを押します。</li></ol>",
        guide: "ケーブルを差し込みます。 (1)\n再起動します。 (1)\n手順 (2)\n",
    },
    Case {
        shape: "an Italian workaround, under a title that names a thing",
        article: "<h1>Riproduzione dalla schermata di blocco</h1><p>Su alcune versioni non è possibile riprendere la riproduzione. La causa del problema non è chiara.</p>
            <h2>Espediente</h2><ol><li>Apri le impostazioni.</li><li>Tocca la matita.</li></ol>",
        guide: "Espediente (2)\n",
    },
    Case {
        shape: "an Italian remedy that is named by a noun, beside orders",
        article: "<h1>La stampante non stampa</h1><h2>Controlla il cavo</h2><p>Controlla che sia collegato.</p><h2>Riavvia la stampante</h2><p>Premi il tasto.</p><h2>Reinstallazione del driver</h2><p>A volte i file sono rovinati. La guida è nella scatola.</p>",
        guide: "Controlla il cavo (1)\nRiavvia la stampante (1)\nReinstallazione del driver (1)\n",
    },
    Case {
        shape: "English headings over German text",
        article: "<h1>No connection</h1><p>Gehen Sie diese Punkte der Reihe nach durch. Danach geht es meistens wieder, und Sie können weiterarbeiten.</p>
            <h2>Restart the router</h2><ol><li>Ziehen Sie den Stecker des Routers aus der Dose.</li><li>Stecken Sie ihn nach einer Minute wieder ein.</li></ol>
            <h2>Check the cable</h2><p>Stecken Sie das Kabel an beiden Enden fest ein.</p><h2>Still no connection?</h2><p>Schreiben Sie uns.</p>",
        guide: "Restart the router (2)\nCheck the cable (1)\nsupport: Still no connection?\n",
    },
    Case {
        shape: "German headings over English text",
        article: "<h1>Keine Verbindung</h1><p>Go through these points one after the other. Afterwards it usually works again, and you can go on with what you did.</p>
            <h2>Router neu starten</h2><ol><li>Unplug the router from the wall.</li><li>Plug it in again after a minute.</li></ol>
            <h2>Kabel prüfen</h2><p>Plug the cable firmly in at both ends.</p><h2>Immer noch keine Verbindung?</h2><p>Write to us.</p>",
        guide: "Router neu starten (2)\nKabel prüfen (1)\nsupport: Immer noch keine Verbindung?\n",
    },
    Case {
        shape: "a short Dutch article, close to Afrikaans",
        article: "<h1>De app reageert niet</h1><h2>Herstart de app</h2><p>Sluit de app helemaal af en open hem opnieuw.</p><h2>Controleer de verbinding</h2><p>Open een website om te zien of internet werkt.</p>",
        guide: "Herstart de app (1)\nControleer de verbinding (1)\n",
    },
    Case {
        shape: "Chinese verbs that begin the name of what goes wrong",
        article: "<h1>常见问题</h1><h2>连接超时</h2><p>请在防火墙中放行端口，然后重新启动服务。</p><h2>更新失败</h2><p>请删除缓存，然后重新更新。</p>",
        guide: "? 连接超时\n? 更新失败\n连接超时 (1) if sees-32299602\n更新失败 (1) if sees-c6e410d8\n",
    },
    Case {
        shape: "Japanese sections on signing in, whose word begins as that for a log",
        article: "<h1>アプリにログインできない</h1><h2>1. ログイン方法を間違えている</h2><p>登録したときの方法でログインしているか確認してください。</p><h2>2. メールが届かない</h2><p>迷惑メールのフォルダを確認してください。</p>",
        guide: "1. ログイン方法を間違えている (1)\n2. メールが届かない (1)\n",
    },
    Case {
        shape: "German: logs and what takes all away among problems",
        article: "<h1>Fehlerbehebung</h1><h2>In die Logs schauen</h2><p>Starte das Programm:</p><pre>log</pre><h2>Die App erreicht das Gerät nicht</h2><p>Starte das Gerät neu.</p><h2>Ein fehlgeschlagenes Update</h2><p>Starte das Update erneut.</p><h2>Gerät entfernen</h2><p>So deinstallierst du es vollständig. Führe den Befehl aus.</p>",
        guide: "? Die App erreicht das Gerät nicht\n? Ein fehlgeschlagenes Update\nDie App erreicht das Gerät nicht (1) if sees-die-app-erreicht-das-ger-t-nicht\nEin fehlgeschlagenes Update (1) if sees-ein-fehlgeschlagene-update\nsupport: In die Logs schauen\n",
    },
    Case {
        shape: "French: nothing happens",
        article: "<h1>Dépannage</h1><h2>L'écran clignote</h2><p>Redémarrez l'ordinateur.</p><h2>Rien ne se passe au lancement</h2><p>Vérifiez l'icône et cliquez dessus.</p>",
        guide: "? L'écran clignote\n? Rien ne se passe au lancement\nL'écran clignote (1) if sees-l-cran-clignote\nRien ne se passe au lancement (1) if sees-rien-ne-se-passe-au-lancement\n",
    },
    Case {
        shape: "Dutch: verb before u",
        article: "<h1>Problemen met de app oplossen</h1><p>Op deze pagina leest u wat u kunt doen als er iets misgaat met de app of met uw apparaat.</p><h2>Sinds de update werkt de app niet meer</h2><p>Als uw app niet meer werkt na een update, verwijdert u de app en installeert u deze opnieuw.</p><h2>De kaart laadt niet</h2><p>Als de kaart niet laadt, klikt u op de knop onder het menu.</p>",
        guide: "? Sinds de update werkt de app niet meer\n? De kaart laadt niet\nSinds de update werkt de app niet meer (1) if sees-sind-de-update-werkt-de-app-niet-meer\nDe kaart laadt niet (1) if sees-de-kaart-laadt-niet\n",
    },
    Case {
        shape: "Japanese: checks as questions",
        article: "<h1>トラブルシューティング</h1><h2>通信できない</h2><ul><li>電源電圧が同じか。</li><li>線が繋がっているか。</li></ul><h2>反応しない</h2><ul><li>校正したか。</li><li>電極がガラスに密着しているか。</li></ul><h2>誤検出する</h2><ul><li>機器から離れているか。</li></ul>",
        guide: "? 通信できない\n? 反応しない\n? 誤検出する\n通信できない (1) if sees-fe493331\n反応しない (2) if sees-f6b279ee\n誤検出する (1) if sees-cfcafc79\n",
    },
    Case {
        shape: "a Chinese manual with a section on what goes wrong; problems named by what became less or is clogged",
        article: "<h1>打印机维护手册</h1><h2>日常使用</h2><ul><li>关闭舱门。</li><li>检查打印板。</li></ul><h2>耗材更换</h2><p>请确认标签正确。</p><h2>出现了问题？</h2><h3>粘附力下降</h3><p>清洁打印板。</p><h3>堵头</h3><p>请加热喷嘴。</p>",
        guide: "粘附力下降 (1)\n堵头 (1)\n",
    },
    Case {
        shape: "a Japanese problem told by a colour, over what to look at",
        article: "<h1>トラブルシューティング</h1><h2>ログインできない</h2><p>パスワードを確認してください。</p><h2>画面が白い</h2><p>確認:</p><ul><li>ランタイム。</li><li>JS エラー。</li></ul><h2>動作が遅い</h2><p>再起動してください。</p>",
        guide: "? ログインできない\n? 画面が白い\n? 動作が遅い\nログインできない (1) if sees-42c19cd5\n画面が白い (1) if sees-1ef40d57\n動作が遅い (1) if sees-fec022d6\n",
    },
    Case {
        shape: "sharing something is no link to share the page, in Spanish",
        article: "<h1>Problemas de la clase en línea</h1><h2>No puedo compartir lo que quiero</h2><h3>Compartir la pantalla</h3><p>Comprueba los permisos.</p><h3>Compartir un video</h3><p>Abre el reproductor.</p><h2>No puedo usar la herramienta</h2><p>Abre el navegador.</p>",
        guide: "? No puedo compartir lo que quiero\n? No puedo usar la herramienta\nCompartir la pantalla (1) if sees-no-puedo-compartir-lo-que-quiero\nCompartir un video (1) if sees-no-puedo-compartir-lo-que-quiero\nNo puedo usar la herramienta (1) if sees-no-puedo-usar-la-herramienta\n",
    },
    Case {
        shape: "what to tell support is no fix, in Portuguese",
        article: "<h1>Problemas de acesso</h1><h2>A senha está incorreta</h2><p>Verifique o teclado.</p><h2>A página fica em branco</h2><p>Limpe o cache.</p><h2>Informações para fornecer</h2><ol><li>Anote o navegador.</li><li>Copie a mensagem.</li></ol>",
        guide: "A senha está incorreta (1)\nA página fica em branco (1)\nsupport: Informações para fornecer\n",
    },
    Case {
        shape: "an English word for trouble as the title of a Portuguese page",
        article: "<h1>Troubleshooting (anexo)</h1><h2>Cenários comuns</h2><h3>1) O celular não sincroniza</h3><ul><li>Verificar a rede.</li><li>Confirmar a sessão.</li></ul><h3>2) A integração aparece degradada</h3><ul><li>Usar o painel.</li><li>Verificar as credenciais.</li></ul><h3>3) O resultado parece inconsistente</h3><ul><li>Revisar o contexto.</li></ul>",
        guide: "1) O celular não sincroniza (2)\n2) A integração aparece degradada (2)\n3) O resultado parece inconsistente (1)\n",
    },
    Case {
        shape: "words that lead elsewhere at the end of longer ones: voir in pouvoir",
        article: "<h1>L'imprimante n'imprime pas</h1><h2>Installer le pilote</h2><p>Pour pouvoir imprimer, installez le pilote.</p><h2>Redémarrer l'imprimante</h2><p>Appuyez sur le bouton.</p>",
        guide: "Installer le pilote (1)\nRedémarrer l'imprimante (1)\n",
    },
    Case {
        shape: "a wide colon leads to causes, and not to steps",
        article: "<h1>无法打印</h1><h2>打印机没有反应</h2><p>常见原因：</p><ul><li>重启打印机后没有连接</li><li>检查时电缆松动</li></ul><p>重新插入电缆。</p><h2>打印很慢</h2><p>重启打印机。</p>",
        guide: "? 打印机没有反应\n? 打印很慢\n打印机没有反应 (1) if sees-6d68c9cb\n打印很慢 (1) if sees-7077e3d0\n",
    },
    Case {
        shape: "German and Dutch sections that are no fix for any of the problems",
        article: "<h1>Der Drucker spinnt</h1><h2>Papierstau</h2><p>Öffnen Sie die Klappe.</p><h2>Kein Ton</h2><p>Drücken Sie die Taste.</p><h2>Prävention: Probleme vermeiden</h2><p>Reinigen Sie den Drucker jede Woche.</p>",
        guide: "? Papierstau\n? Kein Ton\nPapierstau (1) if sees-papierstau\nKein Ton (1) if sees-kein-ton\n",
    },
    Case {
        shape: "a Dutch section for who still has the problem, and a word that begins with background",
        article: "<h1>De app werkt niet</h1><h2>Foto's laden niet</h2><p>Herstart de app.</p><h2>Achtergrondverwijdering is niet schoon</h2><p>Gebruik beter licht.</p><h2>Nog steeds problemen?</h2><p>Neem contact op met ons.</p>",
        guide: "? Foto's laden niet\n? Achtergrondverwijdering is niet schoon\nFoto's laden niet (1) if sees-fotos-laden-niet\nAchtergrondverwijdering is niet schoon (1) if sees-achtergrondverwijdering-niet-schoon\nsupport: Nog steeds problemen?\n",
    },
    Case {
        shape: "Chinese and Japanese questions without a mark, among problems",
        article: "<h1>常见问题</h1><h2>管理页打不开</h2><p>重启服务。</p><h2>隧道和域名怎么选</h2><p>请选择隧道。</p><h2>无法登录怎么办</h2><p>重置密码。</p><h2>设备显示离线</h2><p>检查网络。</p>",
        guide: "? 管理页打不开\n? 无法登录怎么办\n? 设备显示离线\n管理页打不开 (1) if sees-631a6ca7\n无法登录怎么办 (1) if sees-9b8309e4\n设备显示离线 (1) if sees-a3009ea1\n",
    },
    Case {
        shape: "German nouns that are orders elsewhere: what goes wrong, and what to do",
        article: "<h1>Hilfe zur App</h1><p>Hier stehen die häufigsten Fälle, und was dagegen hilft.</p><h2>Suche funktioniert nicht</h2><p>Starten Sie die App neu.</p><h2>Liste bleibt leer</h2><p>Prüfen Sie den Filter.</p><h2>Leere Seiten werden gedruckt</h2><p>Tauschen Sie die Patrone.</p>",
        guide: "? Suche funktioniert nicht\n? Liste bleibt leer\n? Leere Seiten werden gedruckt\nSuche funktioniert nicht (1) if sees-suche-funktioniert-nicht\nListe bleibt leer (1) if sees-liste-bleibt-leer\nLeere Seiten werden gedruckt (1) if sees-leere-seiten-werden-gedruckt\n",
    },
    Case {
        shape: "contacts that are missing, and playback that stops: no sections on support, or on how to see the trouble",
        article: "<h1>La aplicación falla</h1><p>Estos son los casos más frecuentes y lo que suele ayudar en cada uno.</p><h2>Contactos que faltan</h2><p>Abre los ajustes y sincroniza otra vez.</p><h2>Reproducción entrecortada</h2><p>Baja la calidad del vídeo.</p><h2>No hay sonido</h2><p>Sube el volumen.</p>",
        guide: "? Contactos que faltan\n? Reproducción entrecortada\n? No hay sonido\nContactos que faltan (1) if sees-contactos-que-faltan\nReproducción entrecortada (1) if sees-reproducci-n-entrecortada\nNo hay sonido (1) if sees-no-hay-sonido\n",
    },
    Case {
        shape: "Spanish orders as they are given in Argentina",
        article: "<h1>La app no carga o se queda en blanco</h1><h2>Solución</h2><h3>Paso 1: Reiniciá la app</h3><ol><li>Cerrá completamente la aplicación</li><li>Volvé a abrir la app</li></ol><h3>Paso 2: Limpiá la caché</h3><ol><li>Andá a los ajustes</li><li>Tocá el botón</li></ol>",
        guide: "Paso 1: Reiniciá la app (2)\nPaso 2: Limpiá la caché (2)\n",
    },
];

#[test]
fn each_shape_becomes_the_guide_that_a_careful_person_would_make() {
    hold(CASES, drawn);
}
