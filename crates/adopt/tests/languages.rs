//! Articles in each language that has word lists, each with the guide that a careful reader would make of it.
//!
//! Belongs here: for each language the same eight things: steps in lists and in paragraphs, sections that are no fix, support, a
//! loss, systems, a wrong `lang`, and an article that makes no guide. Does not: shapes, which are the same in all of them (see
//! `shapes.rs`).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;

use unstuck_adopt::html;
use unstuck_core::guide::Guide;

/// The articles of a language.
struct Language {
    name: &'static str,
    /// Fixes with lists of steps, by system, between sections that are none; one of them destroys something.
    listed: &'static str,
    /// What [`drawn`] makes of it.
    listed_guide: &'static str,
    /// Fixes in paragraphs, numbered by a word of the language.
    told: &'static str,
    told_guide: &'static str,
    /// It explains, and makes no guide.
    refused: &'static str,
}

/// A guide in a few lines: its language, its questions, its fixes with the number of their steps, `!` where one is a risk and `…`
/// where one takes long, its support.
fn drawn(guide: &Guide) -> String {
    let questions = guide.questions.iter();
    let questions = questions.map(|question| format!("? {}", question.ask));
    let fixes = guide.fixes.iter().map(|fix| {
        let risk = if fix.risk.is_some() { " !" } else { "" };
        let wait = if fix.wait.is_empty() { "" } else { " …" };
        format!("{} ({}){risk}{wait}", fix.title, fix.steps.len())
    });
    let support = guide.support.iter();
    let support = support.map(|support| format!("support: {}", support.title));
    [guide.lang.clone()]
        .into_iter()
        .chain(questions)
        .chain(fixes)
        .chain(support)
        .collect::<Vec<_>>()
        .join("\n")
}

const LANGUAGES: &[Language] = &[
    Language {
        name: "de",
        listed: "<h1>Das Handy lädt nicht mehr</h1><p>Diese Schritte helfen fast immer.</p>
            <h2>Inhalt</h2><ul><li>Kabel prüfen</li><li>Neu starten</li></ul>
            <h2>Symptome</h2><ul><li>Das Ladesymbol erscheint nicht.</li><li>Der Akku bleibt leer.</li></ul>
            <h2>Ursache</h2><p>Meist ist die Buchse verschmutzt.</p>
            <h2>Bevor Sie beginnen</h2><p>Legen Sie das Ladegerät bereit.</p>
            <h2>Kabel prüfen</h2><ol><li>Ziehen Sie das Kabel ab.</li><li>Stecken Sie es fest wieder ein.</li></ol>
            <h2>Das Handy neu starten</h2><h3>Unter Android</h3><ul><li>Die Ein-/Aus-Taste gedrückt halten.</li><li>Auf „Neu starten“ tippen.</li></ul>
            <h3>Auf dem iPhone</h3><ul><li>Die Seitentaste und die Leiser-Taste gedrückt halten.</li><li>Den Regler nach rechts schieben.</li></ul>
            <h2>Auf Werkseinstellungen zurücksetzen</h2><p><strong>Achtung:</strong> Dabei werden alle Daten gelöscht. Das lässt sich nicht rückgängig machen.</p>
            <ol><li>Öffnen Sie die Einstellungen.</li><li>Wählen Sie „Zurücksetzen“.</li></ol>
            <h2>Immer noch Probleme?</h2><p>Wenden Sie sich an unseren Kundendienst.</p>
            <h2>Verwandte Themen</h2><ul><li><a href=x>Akku schonen</a></li></ul>",
        listed_guide: "de\n? Android\n? iPhone oder iPad\nKabel prüfen (2)\nDas Handy neu starten (4)\nAuf Werkseinstellungen zurücksetzen (2) !\nsupport: Immer noch Probleme?",
        told: "<h1>WLAN-Probleme beheben</h1>
            <h2>Methode 1: Router neu starten</h2><p>Der Router hat sich vielleicht verschluckt. Ziehen Sie den Netzstecker. Warten Sie eine halbe Minute und stecken Sie ihn wieder ein.</p>
            <h2>Methode 2: Näher an den Router gehen</h2><p>Wände schwächen das Signal. Stell dich in denselben Raum und teste die Verbindung noch einmal.</p>
            <h2>Methode 3: Kennwort neu eingeben</h2><p>Im Menü tippen Sie auf Ihr WLAN.</p><p>Danach das Kennwort sorgfältig neu eingeben.</p>
            <h2>Wenn nichts hilft</h2><p>Schreib uns.</p>",
        told_guide: "de\nMethode 1: Router neu starten (1)\nMethode 2: Näher an den Router gehen (1)\nMethode 3: Kennwort neu eingeben (2)\nsupport: Wenn nichts hilft",
        refused: "<h1>Was ist ein Router?</h1><p>Ein Router verbindet Netze miteinander.</p>
            <h2>Wie er funktioniert</h2><p>Er leitet Pakete weiter. Jedes Paket hat eine Adresse. Der Router kennt den Weg dorthin.</p>
            <h2>Welche Arten es gibt</h2><p>Es gibt Router für zu Hause und große Geräte für Firmen. Sie unterscheiden sich im Preis und in der Leistung.</p>",
    },
    Language {
        name: "es",
        listed: "<h1>El teléfono no carga</h1><p>Estos pasos suelen ayudar.</p>
            <h2>Síntomas</h2><ul><li>El icono de carga no aparece.</li><li>La batería sigue vacía.</li></ul>
            <h2>Causa</h2><p>Lo más habitual es que el puerto esté sucio.</p>
            <h2>Antes de empezar</h2><p>Tenga a mano el cargador.</p>
            <h2>Compruebe el cable</h2><ol><li>Desconecte el cable.</li><li>Vuelva a conectarlo con firmeza.</li></ol>
            <h2>Reiniciar el teléfono</h2><h3>En Android</h3><ul><li>Mantén pulsado el botón de encendido.</li><li>Toca «Reiniciar».</li></ul>
            <h3>En el iPhone</h3><ul><li>Mantén pulsados el botón lateral y el de bajar volumen.</li><li>Desliza el control hacia la derecha.</li></ul>
            <h2>Restablecer los ajustes de fábrica</h2><p><strong>Advertencia:</strong> Se borrarán todos los datos. Esta acción no se puede deshacer.</p>
            <ol><li>Abra Ajustes.</li><li>Elija Restablecer.</li></ol>
            <h2>¿Sigue sin funcionar?</h2><p>Póngase en contacto con nosotros.</p>
            <h2>Artículos relacionados</h2><ul><li><a href=x>Cuidar la batería</a></li></ul>",
        listed_guide: "es\n? Android\n? iPhone o iPad\nCompruebe el cable (2)\nReiniciar el teléfono (4)\nRestablecer los ajustes de fábrica (2) !\nsupport: ¿Sigue sin funcionar?",
        told: "<h1>Solucionar problemas de la red Wi-Fi</h1>
            <h2>Método 1: Reinicie el router</h2><p>A veces el router se queda bloqueado. Desenchúfelo de la corriente. Espere medio minuto y vuelva a enchufarlo.</p>
            <h2>Método 2: Acérquese al router</h2><p>Las paredes debilitan la señal. Póngase en la misma habitación y pruebe otra vez la conexión.</p>
            <h2>Método 3: Vuelva a escribir la contraseña</h2><p>En los ajustes, toque el nombre de su red.</p><p>A continuación, escriba la contraseña con cuidado.</p>
            <h2>Si nada funciona</h2><p>Escríbanos.</p>",
        told_guide: "es\nMétodo 1: Reinicie el router (1)\nMétodo 2: Acérquese al router (1)\nMétodo 3: Vuelva a escribir la contraseña (2)\nsupport: Si nada funciona",
        refused: "<h1>¿Qué es un router?</h1><p>Un router conecta unas redes con otras.</p>
            <h2>Cómo funciona</h2><p>Reenvía los paquetes. Cada paquete lleva una dirección. El router conoce el camino hasta ella.</p>
            <h2>Tipos de router</h2><p>Hay modelos para el hogar y equipos grandes para las empresas. Se distinguen por el precio y el rendimiento.</p>",
    },
    Language {
        name: "fr",
        listed: "<h1>Le téléphone ne se recharge plus</h1><p>Ces étapes suffisent presque toujours.</p>
            <h2>Symptômes</h2><ul><li>L’icône de charge n’apparaît pas.</li><li>La batterie reste vide.</li></ul>
            <h2>Cause</h2><p>Le plus souvent, la prise est encrassée.</p>
            <h2>Avant de commencer</h2><p>Ayez le chargeur sous la main.</p>
            <h2>Vérifiez le câble</h2><ol><li>Débranchez le câble.</li><li>Rebranchez-le fermement.</li></ol>
            <h2>Redémarrer le téléphone</h2><h3>Sur Android</h3><ul><li>Maintenez le bouton Marche enfoncé.</li><li>Touchez « Redémarrer ».</li></ul>
            <h3>Sur iPhone</h3><ul><li>Maintenez le bouton latéral et le bouton de volume enfoncés.</li><li>Faites glisser le curseur vers la droite.</li></ul>
            <h2>Rétablir les réglages d’usine</h2><p><strong>Attention :</strong> Toutes les données seront effacées définitivement.</p>
            <ol><li>Ouvrez les réglages.</li><li>Choisissez Réinitialiser.</li></ol>
            <h2>Besoin d’aide ?</h2><p>Contactez notre service client.</p>
            <h2>Articles connexes</h2><ul><li><a href=x>Préserver la batterie</a></li></ul>",
        listed_guide: "fr\n? Android\n? iPhone ou iPad\nVérifiez le câble (2)\nRedémarrer le téléphone (4)\nRétablir les réglages d’usine (2) !\nsupport: Besoin d’aide ?",
        told: "<h1>Résoudre les problèmes de Wi-Fi</h1>
            <h2>Étape 1 : Redémarrer la box</h2><p>La box s’est peut-être bloquée. Débranchez-la du secteur. Attendez trente secondes, puis rebranchez-la.</p>
            <h2>Étape 2 : Se rapprocher de la box</h2><p>Les murs affaiblissent le signal. Placez-vous dans la même pièce et testez à nouveau la connexion.</p>
            <h2>Étape 3 : Saisir à nouveau le mot de passe</h2><p>Dans les réglages, touchez le nom de votre réseau.</p><p>Saisissez ensuite le mot de passe avec soin.</p>
            <h2>Si rien ne fonctionne</h2><p>Écrivez-nous.</p>",
        told_guide: "fr\nÉtape 1 : Redémarrer la box (1)\nÉtape 2 : Se rapprocher de la box (1)\nÉtape 3 : Saisir à nouveau le mot de passe (2)\nsupport: Si rien ne fonctionne",
        refused: "<h1>Qu’est-ce qu’un routeur ?</h1><p>Un routeur relie des réseaux entre eux.</p>
            <h2>Son fonctionnement</h2><p>Il transmet des paquets. Chaque paquet porte une adresse. Le routeur connaît le chemin qui y mène.</p>
            <h2>Les types de routeurs</h2><p>Il existe des modèles pour la maison et de grands appareils pour les entreprises. Ils diffèrent par le prix et la puissance.</p>",
    },
    Language {
        name: "pt",
        listed: "<h1>O telefone não carrega</h1><p>Estas etapas costumam resolver.</p>
            <h2>Sintomas</h2><ul><li>O ícone de carga não aparece.</li><li>A bateria continua vazia.</li></ul>
            <h2>Causa</h2><p>Quase sempre a entrada está suja.</p>
            <h2>Antes de começar</h2><p>Tenha o carregador à mão.</p>
            <h2>Verifique o cabo</h2><ol><li>Desconecte o cabo.</li><li>Conecte-o de novo com firmeza.</li></ol>
            <h2>Reiniciar o telefone</h2><h3>No Android</h3><ul><li>Mantenha pressionado o botão liga/desliga.</li><li>Toque em “Reiniciar”.</li></ul>
            <h3>No iPhone</h3><ul><li>Mantenha pressionados o botão lateral e o de diminuir volume.</li><li>Arraste o controle para a direita.</li></ul>
            <h2>Restaurar as configurações de fábrica</h2><p><strong>Atenção:</strong> Todos os dados serão apagados. Esta ação não pode ser desfeita.</p>
            <ol><li>Abra as configurações.</li><li>Escolha Redefinir.</li></ol>
            <h2>Ainda precisa de ajuda?</h2><p>Fale com o nosso atendimento.</p>
            <h2>Artigos relacionados</h2><ul><li><a href=x>Cuidar da bateria</a></li></ul>",
        listed_guide: "pt\n? Android\n? iPhone ou iPad\nVerifique o cabo (2)\nReiniciar o telefone (4)\nRestaurar as configurações de fábrica (2) !\nsupport: Ainda precisa de ajuda?",
        told: "<h1>Resolver problemas do Wi-Fi</h1>
            <h2>Passo 1: Reinicie o roteador</h2><p>O roteador pode ter travado. Tire-o da tomada. Espere meio minuto e ligue-o novamente.</p>
            <h2>Passo 2: Aproxime-se do roteador</h2><p>As paredes enfraquecem o sinal. Vá para o mesmo cômodo e teste a conexão outra vez.</p>
            <h2>Passo 3: Digite a senha novamente</h2><p>Nas configurações, toque no nome da sua rede.</p><p>Em seguida, digite a senha com cuidado.</p>
            <h2>Se nada funcionar</h2><p>Escreva para nós.</p>",
        told_guide: "pt\nPasso 1: Reinicie o roteador (1)\nPasso 2: Aproxime-se do roteador (1)\nPasso 3: Digite a senha novamente (2)\nsupport: Se nada funcionar",
        refused: "<h1>O que é um roteador?</h1><p>Um roteador liga redes umas às outras.</p>
            <h2>Como funciona</h2><p>Ele encaminha pacotes. Cada pacote leva um endereço. O roteador conhece o caminho até lá.</p>
            <h2>Tipos de roteador</h2><p>Há modelos domésticos e equipamentos grandes para empresas. Eles diferem no preço e no desempenho.</p>",
    },
    Language {
        name: "it",
        listed: "<h1>Il telefono non si ricarica</h1><p>Questi passaggi di solito bastano.</p>
            <h2>Sintomi</h2><ul><li>L’icona di carica non compare.</li><li>La batteria resta vuota.</li></ul>
            <h2>Causa</h2><p>Quasi sempre la presa è sporca.</p>
            <h2>Prima di iniziare</h2><p>Tieni a portata di mano il caricabatterie.</p>
            <h2>Controlla il cavo</h2><ol><li>Scollega il cavo.</li><li>Ricollegalo con decisione.</li></ol>
            <h2>Riavviare il telefono</h2><h3>Su Android</h3><ul><li>Tieni premuto il tasto di accensione.</li><li>Tocca «Riavvia».</li></ul>
            <h3>Su iPhone</h3><ul><li>Tieni premuti il tasto laterale e quello per abbassare il volume.</li><li>Trascina il cursore verso destra.</li></ul>
            <h2>Ripristinare le impostazioni di fabbrica</h2><p><strong>Attenzione:</strong> Tutti i dati verranno eliminati. L’operazione non può essere annullata.</p>
            <ol><li>Apri le impostazioni.</li><li>Scegli Ripristina.</li></ol>
            <h2>Hai ancora bisogno di aiuto?</h2><p>Contatta il nostro servizio clienti.</p>
            <h2>Articoli correlati</h2><ul><li><a href=x>Far durare la batteria</a></li></ul>",
        listed_guide: "it\n? Android\n? iPhone o iPad\nControlla il cavo (2)\nRiavviare il telefono (4)\nRipristinare le impostazioni di fabbrica (2) !\nsupport: Hai ancora bisogno di aiuto?",
        told: "<h1>Risolvere i problemi del Wi-Fi</h1>
            <h2>Metodo 1: Riavvia il router</h2><p>Il router potrebbe essersi bloccato. Stacca la spina. Aspetta mezzo minuto e ricollegala.</p>
            <h2>Metodo 2: Avvicinati al router</h2><p>I muri indeboliscono il segnale. Spostati nella stessa stanza e prova di nuovo la connessione.</p>
            <h2>Metodo 3: Inserisci di nuovo la password</h2><p>Nelle impostazioni, tocca il nome della tua rete.</p><p>Poi digita la password con attenzione.</p>
            <h2>Se niente funziona</h2><p>Scrivici.</p>",
        told_guide: "it\nMetodo 1: Riavvia il router (1)\nMetodo 2: Avvicinati al router (1)\nMetodo 3: Inserisci di nuovo la password (2)\nsupport: Se niente funziona",
        refused: "<h1>Cos’è un router?</h1><p>Un router collega tra loro delle reti.</p>
            <h2>Il funzionamento</h2><p>Inoltra i pacchetti. Ogni pacchetto ha un indirizzo. Il router conosce la strada per arrivarci.</p>
            <h2>I tipi di router</h2><p>Esistono modelli per la casa e grandi apparecchi per le aziende. Si distinguono per il prezzo e le prestazioni.</p>",
    },
    Language {
        name: "nl",
        listed: "<h1>De telefoon laadt niet op</h1><p>Deze stappen helpen bijna altijd.</p>
            <h2>Symptomen</h2><ul><li>Het laadpictogram verschijnt niet.</li><li>De accu blijft leeg.</li></ul>
            <h2>Oorzaak</h2><p>Meestal is de aansluiting vuil.</p>
            <h2>Voordat je begint</h2><p>Houd de oplader bij de hand.</p>
            <h2>Controleer de kabel</h2><ol><li>Trek de kabel eruit.</li><li>Steek hem er stevig weer in.</li></ol>
            <h2>De telefoon opnieuw opstarten</h2><h3>Op Android</h3><ul><li>Houd de aan-uitknop ingedrukt.</li><li>Tik op ‘Opnieuw opstarten’.</li></ul>
            <h3>Op de iPhone</h3><ul><li>Houd de zijknop en de knop volume omlaag ingedrukt.</li><li>Sleep de schuifregelaar naar rechts.</li></ul>
            <h2>Fabrieksinstellingen terugzetten</h2><p><strong>Let op:</strong> Alle gegevens worden gewist. Dit kan niet ongedaan worden gemaakt.</p>
            <ol><li>Open Instellingen.</li><li>Kies Resetten.</li></ol>
            <h2>Heb je nog hulp nodig?</h2><p>Bel onze klantenservice.</p>
            <h2>Gerelateerde artikelen</h2><ul><li><a href=x>De accu sparen</a></li></ul>",
        listed_guide: "nl\n? Android\n? iPhone of iPad\nControleer de kabel (2)\nDe telefoon opnieuw opstarten (4)\nFabrieksinstellingen terugzetten (2) !\nsupport: Heb je nog hulp nodig?",
        told: "<h1>Problemen met wifi oplossen</h1>
            <h2>Stap 1: Start de router opnieuw</h2><p>De router is misschien vastgelopen. Haal de stekker uit het stopcontact. Wacht een halve minuut en steek hem er weer in.</p>
            <h2>Stap 2: Ga dichter bij de router staan</h2><p>Muren verzwakken het signaal. Ga in dezelfde kamer staan en test de verbinding opnieuw.</p>
            <h2>Stap 3: Voer het wachtwoord opnieuw in</h2><p>Tik in de instellingen op de naam van je netwerk.</p><p>Typ daarna het wachtwoord zorgvuldig in.</p>
            <h2>Als niets helpt</h2><p>Schrijf ons.</p>",
        told_guide: "nl\nStap 1: Start de router opnieuw (1)\nStap 2: Ga dichter bij de router staan (1)\nStap 3: Voer het wachtwoord opnieuw in (2)\nsupport: Als niets helpt",
        refused: "<h1>Wat is een router?</h1><p>Een router verbindt netwerken met elkaar.</p>
            <h2>De werking</h2><p>Hij stuurt pakketten door. Elk pakket heeft een adres. De router kent de weg daarheen.</p>
            <h2>Soorten routers</h2><p>Er zijn modellen voor thuis en grote apparaten voor bedrijven. Ze verschillen in prijs en in prestaties.</p>",
    },
    Language {
        name: "ja",
        listed: "<h1>スマートフォンが充電できない</h1><p>次の手順でほとんどの場合は直ります。</p>
            <h2>症状</h2><ul><li>充電マークが表示されません。</li><li>バッテリーの残量が増えません。</li></ul>
            <h2>原因</h2><p>多くの場合、充電口が汚れています。</p>
            <h2>始める前に</h2><p>充電器を用意してください。</p>
            <h2>ケーブルを確認する</h2><ol><li>ケーブルを抜きます。</li><li>奥までしっかり差し込みます。</li></ol>
            <h2>スマートフォンを再起動する</h2><h3>Android の場合</h3><ul><li>電源ボタンを長押しします。</li><li>「再起動」をタップします。</li></ul>
            <h3>iPhone の場合</h3><ul><li>サイドボタンと音量を下げるボタンを同時に長押しします。</li><li>スライダを右に動かします。</li></ul>
            <h2>工場出荷時の状態に戻す</h2><p><strong>注意：</strong>すべてのデータが消去されます。この操作は元に戻せません。</p>
            <ol><li>設定を開きます。</li><li>「リセット」を選択します。</li></ol>
            <h2>それでも解決しない場合</h2><p>サポートにお問い合わせください。</p>
            <h2>関連記事</h2><ul><li><a href=x>バッテリーを長持ちさせる</a></li></ul>",
        listed_guide: "ja\n? Android\n? iPhone または iPad\nケーブルを確認する (2)\nスマートフォンを再起動する (4)\n工場出荷時の状態に戻す (2) !\nsupport: それでも解決しない場合",
        told: "<h1>Wi-Fiにつながらないときの対処法</h1>
            <h2>方法1：ルーターを再起動する</h2><p>ルーターが固まっていることがあります。電源プラグを抜いてください。三十秒待ってから、もう一度差し込みます。</p>
            <h2>方法2：ルーターに近づく</h2><p>壁は電波を弱めます。同じ部屋に移動して、接続をもう一度試してください。</p>
            <h2>方法3：パスワードを入力し直す</h2><p>設定を開き、ネットワーク名をタップします。</p><p>パスワードを正確に入力してください。</p>
            <h2>それでもつながらない場合</h2><p>メールでご連絡ください。</p>",
        told_guide: "ja\n方法1：ルーターを再起動する (1)\n方法2：ルーターに近づく (1)\n方法3：パスワードを入力し直す (2)\nsupport: それでもつながらない場合",
        refused: "<h1>ルーターとは</h1><p>ルーターはネットワーク同士をつなぐ機器です。</p>
            <h2>仕組み</h2><p>ルーターはパケットを転送する装置です。パケットには宛先があります。ルーターはそこへの道筋を知っています。</p>
            <h2>種類</h2><p>家庭用の機種と企業向けの大型機器があります。価格と性能が異なります。</p>",
    },
    Language {
        name: "zh",
        listed: "<h1>手机无法充电</h1><p>以下步骤通常可以解决问题。</p>
            <h2>症状</h2><ul><li>充电图标没有出现。</li><li>电量一直不增加。</li></ul>
            <h2>原因</h2><p>多数情况下是充电口太脏。</p>
            <h2>开始之前</h2><p>请准备好充电器。</p>
            <h2>检查数据线</h2><ol><li>拔下数据线。</li><li>重新插紧。</li></ol>
            <h2>重启手机</h2><h3>在 Android 上</h3><ul><li>长按电源键。</li><li>点按“重新启动”。</li></ul>
            <h3>在 iPhone 上</h3><ul><li>同时按住侧边按钮和音量减按钮。</li><li>将滑块向右拖动。</li></ul>
            <h2>恢复出厂设置</h2><p><strong>警告：</strong>所有数据将被清除，且无法恢复。</p>
            <ol><li>打开“设置”。</li><li>选择“重置”。</li></ol>
            <h2>问题仍未解决？</h2><p>请联系客服。</p>
            <h2>相关文章</h2><ul><li><a href=x>延长电池寿命</a></li></ul>",
        listed_guide: "zh\n? Android\n? iPhone 或 iPad\n检查数据线 (2)\n重启手机 (4)\n恢复出厂设置 (2) !\nsupport: 问题仍未解决？",
        told: "<h1>无线网络连接不上怎么办</h1>
            <h2>方法一：重启路由器</h2><p>路由器可能卡住了。拔下电源插头。等待半分钟，然后重新插上。</p>
            <h2>方法二：靠近路由器</h2><p>墙壁会削弱信号。请到同一个房间，再次测试连接。</p>
            <h2>方法三：重新输入密码</h2><p>在设置中点击您的网络名称。</p><p>然后仔细输入密码。</p>
            <h2>如果以上方法都无效</h2><p>请给我们写信。</p>",
        told_guide: "zh\n方法一：重启路由器 (1)\n方法二：靠近路由器 (1)\n方法三：重新输入密码 (2)\nsupport: 如果以上方法都无效",
        refused: "<h1>什么是路由器？</h1><p>路由器是连接不同网络的设备。</p>
            <h2>工作原理</h2><p>路由器负责转发数据包。每个数据包都带有地址。路由器知道通往该地址的路径。</p>
            <h2>路由器的种类</h2><p>有家用型号，也有企业用的大型设备。它们的价格和性能各不相同。</p>",
    },
];

fn guide(lang: &str, article: &str) -> Guide {
    html::parse(&format!("<article lang='{lang}'>{article}</article>"))
        .unwrap_or_else(|found| panic!("{lang}: {found:?}"))
}

/// The guides of all articles with this `lang`, or with their own; names what differs.
fn hold(lang: Option<&str>) {
    let mut wrong = String::new();
    for language in LANGUAGES {
        let lang = lang.unwrap_or(language.name);
        for (article, expected) in [
            (language.listed, language.listed_guide),
            (language.told, language.told_guide),
        ] {
            let page = format!("<article lang='{lang}'>{article}</article>");
            let got = match html::parse(&page) {
                Ok(guide) => drawn(&guide),
                Err(problems) => problems[0].message.to_string(),
            };
            if got != expected {
                writeln!(
                    wrong,
                    "{} as {lang}:\n{got}\ninstead of:\n{expected}\n",
                    language.name
                )
                .unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_language_is_read_by_its_own_words() {
    hold(None);
}

#[test]
fn what_an_article_says_counts_more_than_its_lang() {
    for wrong in ["en", "fr", "pl", ""] {
        hold(Some(wrong));
    }
}

#[test]
fn a_region_stays_where_the_language_is_right() {
    assert_eq!(guide("de-AT", LANGUAGES[0].told).lang, "de-AT");
    assert_eq!(guide("fr-CH", LANGUAGES[0].told).lang, "de");
}

#[test]
fn what_explains_is_refused_in_each_language() {
    for language in LANGUAGES {
        for lang in [language.name, "en"] {
            let page = format!("<article lang='{lang}'>{}</article>", language.refused);
            assert!(html::parse(&page).is_err(), "{}", language.name);
        }
    }
}

#[test]
fn a_language_without_lists_goes_by_its_lists() {
    let article = "<h1>Telefon się nie ładuje</h1>
        <h2>Sprawdź kabel</h2><ol><li>Odłącz kabel od telefonu.</li><li>Podłącz go ponownie.</li></ol>
        <h2>Uruchom telefon ponownie</h2><ol><li>Przytrzymaj przycisk zasilania.</li><li>Stuknij opcję ponownego uruchomienia.</li></ol>";
    for lang in ["pl", "en", ""] {
        let drawn = drawn(&guide(lang, article));
        assert_eq!(drawn, "pl\nSprawdź kabel (2)\nUruchom telefon ponownie (2)");
    }
}
