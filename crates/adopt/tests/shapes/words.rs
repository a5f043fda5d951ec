//! What words decide, in any language: who is told to do something, where support begins, what is lost and how long it takes.
//!
//! Belongs here: rows that hang on words. Does not: shapes of pages (see `pages` and `markup`), or a language's own ways of building
//! titles (see `languages`).

use crate::{Case, drawn, hold, told};

pub(crate) const DRAWN: &[Case] = &[
    Case {
        shape: "German orders as they are spoken, and nouns that look like them",
        article: "<h1>Die Kaffeemaschine läuft nicht</h1><p>Geh die Punkte der Reihe nach durch.</p>
            <h2>Brühgruppe</h2><p>Prüf die Brühgruppe.</p><p>Zieh sie heraus und spül sie ab.</p><p>Druck fehlt oft nur am Anfang.</p>
            <h2>Wasser</h2><p>Füll Wasser nach, dann drück die Taste.</p><p>Filter und Schieber gibt es im Handel.</p>",
        guide: "Brühgruppe (2)\nWasser (1)\n",
    },
    Case {
        shape: "French orders to a friend",
        article: "<h1>La cafetière ne marche pas</h1><p>Voici ce qui aide.</p>
            <h2>Le réservoir</h2><p>Enlève le réservoir.</p><p>Essuie le joint.</p><h2>La prise</h2><p>Va dans la cuisine.</p><p>Sors la prise du mur.</p>",
        guide: "Le réservoir (2)\nLa prise (2)\n",
    },
    Case {
        shape: "an order that begins with See, and a title that points elsewhere",
        article: "<h1>The heating stays cold</h1><h2>See if the boiler is lit</h2><p>Look through the window and press Reset.</p>
            <h2>See what the thermostat says</h2><p>Turn it up.</p><h2>See also</h2><p>Read the manual.</p><h2>See the other pages</h2><ul><li><a href=a>Radiators</a></li></ul>",
        guide: "See if the boiler is lit (1)\nSee what the thermostat says (1)\n",
    },
    Case {
        shape: "a sign that is part of a name is no address to write to",
        article: "<h1>I cannot open my locker</h1><h2>Switch the account</h2><ol><li>Open the menu.</li><li>If your name does not end in \"@east\", press Leave.</li></ol>
            <h2>Press the bell</h2><p>Hold it for a while.</p>",
        guide: "Switch the account (2)\nPress the bell (1)\n",
    },
    Case {
        shape: "a last section that only tells whom to call, whatever its title asks",
        article: "<h1>El horno falla</h1><h2>No se enciende</h2><p>Comprueba el enchufe.</p><h2>No calienta</h2><p>Limpia la rejilla.</p>
            <h2>¿No era nada de esto?</h2><p>Marca el <a href=tel:+34900111222>900 111 222</a> (de 9 a 18 h) o pasa por una tienda.</p>",
        guide: "? No se enciende\n? No calienta\nNo se enciende (1) if sees-no-se-enciende\nNo calienta (1) if sees-no-calienta\nsupport: ¿No era nada de esto?\n",
    },
    Case {
        shape: "a problem whose only remedy is a call stays one",
        article: "<h1>The card fails</h1><h2>It does not pay</h2><p>Check the limit.</p><h2>The code does not arrive</h2><p>Restart the phone.</p>
            <h2>It was stolen</h2><p>Call the bank on 0800 111 2222.</p>",
        guide: "? It does not pay\n? The code does not arrive\n? It was stolen\nIt does not pay (1) if sees-doe-not-pay\nThe code does not arrive (1) if sees-code-doe-not-arrive\nIt was stolen (1) if sees-was-stolen\n",
    },
    Case {
        shape: "Italian and Japanese for what nothing has helped against",
        article: "<h1>Il forno non si accende</h1><h2>Controllare la spina</h2><p>Controllate la spina.</p><h2>Pulire la griglia</h2><p>Aprite il forno e pulite la griglia.</p>
            <h2>Se il guasto resta</h2><p>Scrivete a aiuto@forno.example indicando il modello.</p>",
        guide: "Controllare la spina (1)\nPulire la griglia (1)\nsupport: Se il guasto resta\n",
    },
    Case {
        shape: "Japanese for anything else, over a channel to ask in",
        article: "<h1>印刷できないとき</h1><h2>電源が入らない</h2><p>コンセントを確認してください。</p><h2>紙が詰まる</h2><p>カバーを開けて紙を取り出してください。</p>
            <h2>それ以外</h2><p>プリンターのチャンネルに、エラーの全文を貼ってください。</p>",
        guide: "? 電源が入らない\n? 紙が詰まる\n電源が入らない (1) if sees-a85c4216\n紙が詰まる (1) if sees-bade51ce\nsupport: それ以外\n",
    },
    Case {
        shape: "German causes, each in a bold sentence, one of them without a verb",
        article: "<h1>Die Nähmaschine näht nicht</h1><p>Meist ist es eine Kleinigkeit.</p><h2>Die häufigsten Ursachen</h2>
            <p><b>Der Faden sitzt nicht richtig.</b> Nimm ihn heraus und fädel ihn neu ein.</p><p><b>Die Nadel ist verrutscht.</b> Löse die Schraube.</p>
            <p><b>Riemen zu kurz.</b> Das kommt nach einem Tausch vor. Prüf den Riemen.</p>
            <h2>Wann zur Reparatur?</h2><p>Wenn es raucht, solltest du zu einem Händler fahren.</p>",
        guide: "Der Faden sitzt nicht richtig. (1)\nDie Nadel ist verrutscht. (1)\nRiemen zu kurz. (1)\n",
    },
    Case {
        shape: "the same in English, beside another section with an order",
        article: "<h1>The sewing machine does not sew</h1><p>It is mostly a trifle.</p><h2>The most common causes</h2>
            <p><b>The thread is stuck.</b> Take it out and put it in again.</p><p><b>Needle not in place.</b> Loosen the screw.</p>
            <p><b>Belt of the wrong length.</b> That happens after a change. Check the belt.</p>
            <h2>When to see a dealer</h2><p>If there is smoke, you should see a dealer.</p>",
        guide: "The thread is stuck. (1)\nNeedle not in place. (1)\nBelt of the wrong length. (1)\nWhen to see a dealer (1)\n",
    },
    Case {
        shape: "French causes",
        article: "<h1>La machine à coudre ne coud pas</h1><p>C’est souvent un détail.</p><h2>Les causes les plus fréquentes</h2>
            <p><b>Le fil est bloqué.</b> Retirez-le et remettez-le.</p><p><b>Aiguille mal placée.</b> Desserrez la vis.</p><p><b>La courroie a bougé.</b> Remettez-la.</p>",
        guide: "Le fil est bloqué. (1)\nAiguille mal placée. (1)\nLa courroie a bougé. (1)\n",
    },
    Case {
        shape: "causes that only explain stay so",
        article: "<h1>The sewing machine does not sew</h1><h2>Causes</h2><p><b>The thread is stuck.</b> This comes from dust.</p><p><b>The needle is bent.</b> This comes with use.</p>
            <h2>Solution</h2><ol><li>Take the thread out.</li><li>Change the needle.</li></ol>",
        guide: "Solution (2)\n",
    },
    Case {
        shape: "what has been done in Chinese is no order",
        article: "<h1>充电器无法工作</h1><h2>绿灯常亮</h2><p>充电已完成，电量达到上限。</p><h2>红灯不亮</h2><p>请检查插头。</p><h2>充电失败</h2><p>请更换电缆。</p>",
        guide: "? 红灯不亮\n? 充电失败\n红灯不亮 (1) if sees-148ade04\n充电失败 (1) if sees-cdadf87a\n",
    },
    Case {
        shape: "a numbered Japanese remedy before one with titles below it",
        article: "<h1>掃除機から音がする</h1><p>次の方法をお試しください。</p><h2>【対処法1】フィルターを外す</h2><p>カバーを開けてフィルターを外してください。</p>
            <h2>【対処法2】ブラシを拭く</h2><p>布でブラシを拭いてください。</p><h2>【対処法3】ホースを確認する</h2><h3>本体の側</h3><ol><li>ホースを外す</li><li>中を確認する</li></ol><h3>ブラシの側</h3><ol><li>ブラシを外す</li><li>ごみを取り除く</li></ol>",
        guide: "【対処法1】フィルターを外す (1)\n【対処法2】ブラシを拭く (1)\n【対処法3】ホースを確認する (4)\n",
    },
];

#[test]
fn fixes_hang_on_words() {
    hold(DRAWN, drawn);
}

pub(crate) const TOLD: &[Case] = &[
    Case {
        shape: "a closing paragraph asks whether it helped, and says whom to write to",
        article: "<h1>The kettle stays cold</h1><h2>Check the plug</h2><p>Push it in.</p><h2>Clean the base</h2><p>Wipe the ring.</p>
            <p>None of it did the trick? Press the bubble in the corner and send us a photo.</p>",
        guide: "# Check the plug\n1. Push it in.\n# Clean the base\n1. Wipe the ring.\nsupport: None of it did the trick?\nsupport: None of it did the trick? Press the bubble in the corner and send us a photo.\n",
    },
    Case {
        shape: "the same in Portuguese, with a number to call",
        article: "<h1>A chaleira não aquece</h1><h2>Verifique a ficha</h2><p>Empurre a ficha. Verifique a tomada.</p><h2>Limpe a base</h2><p>Limpe o anel.</p>
            <p>Nada disto ajudou? Fale connosco pelo 210 000 000.</p>",
        guide: "# Verifique a ficha\n1. Empurre a ficha. Verifique a tomada.\n# Limpe a base\n1. Limpe o anel.\nsupport: Nada disto ajudou?\nsupport: Nada disto ajudou? Fale connosco pelo 210 000 000.\n",
    },
    Case {
        shape: "what a Chinese reset clears, in bold behind the order",
        article: "<h1>路由器无法上网</h1><h2>断电重启</h2><p>拔下电源，等待一分钟。</p><h2>恢复出厂设置</h2><p>在菜单里选择“reset”。<strong>注意：此操作会清除已保存的密码，请谨慎操作！</strong></p><h2>清除缓存</h2><p>在菜单里选择“清除缓存”。此操作会清除缓存。</p>",
        guide: "# 断电重启\n1. 拔下电源，等待一分钟。\n# 恢复出厂设置\nlost: 此操作会清除已保存的密码\n1. 在菜单里选择“reset”。注意：此操作会清除已保存的密码，请谨慎操作！\n# 清除缓存\n1. 在菜单里选择“清除缓存”。此操作会清除缓存。\n",
    },
    Case {
        shape: "what a Japanese reset erases, and a lamp that goes out",
        article: "<h1>ルーターにつながらない</h1><h2>再起動する</h2><p>ボタンを押してください。ランプが消えます。</p><h2>初期化する</h2><p>ボタンを10秒間押します。初期化すると、登録した設定は消えます。</p><h2>データを消す</h2><p>メニューから「リセット」を選びます。写真のデータは削除されます。</p>",
        guide: "# 再起動する\n1. ボタンを押してください。ランプが消えます。\n# 初期化する\nlost: 初期化すると、登録した設定は消えます。\n1. ボタンを10秒間押します。初期化すると、登録した設定は消えます。\n# データを消す\nlost: 写真のデータは削除されます。\n1. メニューから「リセット」を選びます。写真のデータは削除されます。\n",
    },
    Case {
        shape: "a warning of a lock in bold before the steps",
        article: "<h1>The shelf is missing from the list</h1><h2>Load the list</h2><p>Press Load.</p><h2>Clear the names</h2><p>An old name may be stored. <b>Do this only in the office, or you may lock your account.</b></p><ol><li>Open the list.</li><li>Remove the name.</li></ol>",
        guide: "# Load the list\n1. Press Load.\n# Clear the names\nrisk: An old name may be stored.\nlost: Do this only in the office, or you may lock your account.\n1. Open the list.\n2. Remove the name.\n",
    },
    Case {
        shape: "at night says when, and who cannot wait is not to wait",
        article: "<h1>O bilhete não aparece</h1><h2>Atualize a lista</h2><p>Abra a lista. Aguarde até 30 minutos (60 à noite).</p><h2>Peça outro</h2><p>Abra a loja. Se não puder esperar, divida o pedido em dois dias.</p><h2>Deixe ligado</h2><p>Deixe o telefone ligado durante a noite.</p>",
        guide: "# Atualize a lista\n1. Abra a lista. Aguarde até 30 minutos (60 à noite).\n# Peça outro\n1. Abra a loja. Se não puder esperar, divida o pedido em dois dias.\n# Deixe ligado\n1. Deixe o telefone ligado durante a noite.\nwait: Deixe o telefone ligado durante a noite.\n",
    },
    Case {
        shape: "pages end with copyright, tags and other pages",
        article: "<h1>The tap drips</h1><h2>Tighten the handle</h2><p>Turn the screw.</p><h2>Change the ring</h2><p>Take the old ring out.</p><p><a href=a>Kinds of rings</a></p><p><a href=b>Our shops</a></p><p>Labels: tap, ring, water</p><p>© 2024 The Tap People. All rights reserved.</p>",
        guide: "# Tighten the handle\n1. Turn the screw.\n# Change the ring\n1. Take the old ring out.\nmore: Kinds of rings / Our shops\n",
    },
    Case {
        shape: "the same in Chinese",
        article: "<h1>水龙头无法关闭</h1><h2>拧紧手柄</h2><p>请拧紧螺丝。</p><h2>更换垫圈</h2><p>请取出旧垫圈。</p><p>上一篇：<a href=a>垫圈的种类</a></p><p>有帮助(12)</p><p>版权所有 水龙头公司</p>",
        guide: "# 拧紧手柄\n1. 请拧紧螺丝。\n# 更换垫圈\n1. 请取出旧垫圈。\n",
    },
    Case {
        shape: "a Japanese section of support, and the question under it",
        article: "<h1>蛇口が閉まらない</h1><h2>ハンドルを締める</h2><p>ネジを回してください。</p><h2>パッキンを交換する</h2><p>古いパッキンを外してください。</p><h2>お問い合わせ</h2><p>フォームからご連絡ください。</p><p>この回答は役に立ちましたか？</p>",
        guide: "# ハンドルを締める\n1. ネジを回してください。\n# パッキンを交換する\n1. 古いパッキンを外してください。\nsupport: お問い合わせ\nsupport: フォームからご連絡ください。\n",
    },
];

#[test]
fn what_is_told_hangs_on_words() {
    hold(TOLD, told);
}
