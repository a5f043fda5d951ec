//! Articles that say what to do in one list: whose items are tried one after the other, and whose are steps.
//!
//! Belongs here: one row a kind of item, and of what stands over them. Does not: items with titles of their own (`finding`).

use crate::{Case, drawn, hold, told};

pub(crate) const CASES: &[Case] = &[
    Case {
        shape: "checks and orders that mend something, in an ordered list under a general heading",
        article: "<h1>The scanner fails</h1><h2>Steps to fix it:</h2>
            <ol><li>Ensure that the lid is closed.</li><li>Check the cable.</li><li>Run the test in its menu.</li><li>Update or reinstall the driver.</li><li>Try another socket.</li></ol>",
        guide: "Ensure that the lid is closed. (1)\nCheck the cable. (1)\nRun the test in its menu. (1)\nUpdate or reinstall the driver. (1)\nTry another socket. (1)\n",
    },
    Case {
        shape: "one procedure, in an ordered list under a general heading",
        article: "<h1>The scanner fails</h1><h2>Steps to fix it:</h2>
            <ol><li>Open the settings.</li><li>Check the box next to Scanner.</li><li>Restart the computer.</li><li>Test the scanner.</li></ol>",
        guide: "Steps to fix it: (4)\n",
    },
    Case {
        shape: "an operation that all the checks behind it need",
        article: "<h1>The scanner fails</h1><h2>Steps to fix it:</h2>
            <ol><li>Open the settings.</li><li>Verify the address.</li><li>Restart the computer.</li><li>Test the scanner.</li></ol>",
        guide: "Steps to fix it: (4)\n",
    },
    Case {
        shape: "orders that mend something only together, and a check of the result",
        article: "<h1>The scanner fails</h1><h2>Steps to fix it:</h2>
            <ol><li>Uninstall the driver.</li><li>Restart the computer.</li><li>Reinstall the driver.</li><li>Check whether it works.</li></ol>",
        guide: "Steps to fix it: (4)\n",
    },
    Case {
        shape: "orders that go on from each other",
        article: "<h1>The router fails</h1><h2>Solution</h2>
            <ul><li>Disable the router at its switch.</li><li>Then check that all lamps are dark.</li><li>Restart it.</li></ul>",
        guide: "Solution (3)\n",
    },
    Case {
        shape: "half of the items by operations: the list is one procedure",
        article: "<h1>The tablet fails to start</h1><h2>Solution</h2>
            <ol><li>Verify that it is charged.</li><li>Press the button.</li><li>Tap Repair.</li><li>Update it.</li></ol>",
        guide: "Solution (4)\n",
    },
    Case {
        shape: "questions, with what helps in a list below one of them",
        article: "<h1>Help with the board</h1><h2>Troubleshooting steps</h2>
            <ol><li>Is the plug in?</li><li>Have you pressed the button once? (the one with \"rst\")</li><li>Are you in the other mode (is there \"…\" on the display)?<ol><li>Press Esc.</li></ol></li></ol>",
        guide: "Is the plug in? (1)\nHave you pressed the button once? (the one with \"rst\") (1)\nAre you in the other mode (is there \"…\" on the display)? (1)\n",
    },
    Case {
        shape: "what is seen at the beginning of each item",
        article: "<h1>I cannot sign in</h1>
            <ul><li>If the panel is missing: Look at the option for servers.</li><li>If the panel says \"Wrong name...try again\": Look at your password.</li></ul>",
        guide: "? If the panel is missing: Look at the option for servers.\n? If the panel says \"Wrong name...try again\": Look at your password.\nIf the panel is missing: Look at the option for servers. (1) if sees-panel-missing-look-at-option-server\nIf the panel says \"Wrong name...try again\": Look at your password. (1) if sees-panel-say-wrong-name-try-again-look-at-password\n",
    },
    Case {
        shape: "what a line tells to check",
        article: "<h1>I cannot create an account</h1><p>If it is refused, make sure that:</p>
            <ul><li>Your address is not in use</li><li>Your name has ten letters at most</li><li>The picture has been named correctly</li></ul>",
        guide: "Your address is not in use (1)\nYour name has ten letters at most (1)\nThe picture has been named correctly (1)\n",
    },
    Case {
        shape: "workarounds, by the line over them",
        article: "<h1>The add-on fails in private windows</h1><p>It is being mended. There are two workarounds for filling in a form:</p>
            <ol><li>Use the menu of the page:<ol><li>Right-click the page.</li><li>Select Fill in.</li></ol></li><li>Copy your name out of a normal window.</li></ol>",
        guide: "Use the menu of the page: (2)\nCopy your name out of a normal window. (1)\n",
    },
    Case {
        shape: "German nouns for checks, and orders that end with their verb",
        article: "<h1>Die Anmeldung am Router schlägt fehl</h1><h2>Mögliche Ursachen</h2><ul><li>Das Passwort ist falsch.</li></ul><h2>Fehlersuche</h2>
            <ul><li>Überprüfung der Rechte im Router</li><li>die Anmeldung mit kürzerem Passwort ausprobieren (ohne Zeichen)</li><li>ggf. Router neu starten</li></ul>",
        guide: "Überprüfung der Rechte im Router (1)\ndie Anmeldung mit kürzerem Passwort ausprobieren (ohne Zeichen) (1)\nggf. Router neu starten (1)\n",
    },
    Case {
        shape: "Japanese checks, under a question in a list of questions",
        article: "<h1>FAQ：アプリにログインできない</h1><p>次の画面が表示されることがあります。</p>
            <ul><li>パスワードが正しいことを確認してください。</li><li>別のブラウザでも同じかを確認します。違う場合は、キャッシュを消します。</li><li>ブラウザを更新してください。</li></ul>",
        guide: "パスワードが正しいことを確認してください。 (1)\n別のブラウザでも同じかを確認します。 (1)\nブラウザを更新してください。 (1)\n",
    },
    Case {
        shape: "checks beside sections that are fixes",
        article: "<h1>Erro de conexão do aplicativo</h1><h2>Verificações</h2>
            <ol><li><b>Verificar o servidor:</b><pre>curl localhost</pre></li><li><b>Verificar os registros:</b><pre>tail log</pre></li></ol>
            <h2>Soluções</h2><h3>Limpar o cache</h3><p>Reinicie o navegador.</p><h3>Reiniciar o servidor</h3><p>Reinicie o servidor.</p>",
        guide: "Verificar o servidor: (1)\nVerificar os registros: (1)\nLimpar o cache (1)\nReiniciar o servidor (1)\n",
    },
    Case {
        shape: "checks without titles under a general heading, beside sections that are fixes",
        article: "<h1>The door does not lock</h1><h2>What to check</h2><ul><li>Check the battery.</li><li>Make sure that the door is shut.</li></ul><h2>Reset the lock</h2><ol><li>Open the cover.</li><li>Press the button.</li></ol>",
        guide: "Check the battery. (1)\nMake sure that the door is shut. (1)\nReset the lock (2)\n",
    },
    Case {
        shape: "variants of one step, which name no trouble",
        article: "<h1>The clock is wrong</h1><h2>Solution</h2><ul><li>If you use a phone, set it in the menu.</li><li>If you use a watch, turn its wheel.</li></ul>",
        guide: "Solution (1)\n",
    },
    Case {
        shape: "orders of any kind, by the line over them that says to try them",
        article: "<h1>Sync problems</h1><p>If the copies differ, try the following in order:</p>
            <ol><li>Turn the cloud on<ul><li>Make sure that it is on in all devices.</li></ul></li><li>Toggle the app in the cloud<ul><li>Open the settings and uncheck the app.</li></ul></li><li>Toggle the sync<ul><li>Tap the menu.</li><li>Turn Sync off and on.</li></ul></li></ol>",
        guide: "Turn the cloud on (1)\nToggle the app in the cloud (1)\nToggle the sync (2)\n",
    },
    Case {
        shape: "checks in an ordered list, of which one is for a case and the last says whom to ask",
        article: "<h1>The mouse does not pair</h1><h2>How it pairs</h2><p>It keeps one computer in mind.</p><h2>Troubleshooting</h2><p>Try this:</p>
            <ol><li>Ensure that it is on.<ul><li>Press its button; the lamp lights up.</li></ul></li><li>Make sure that the computer knows the standard.</li><li>If you still cannot pair it, try a phone.</li><li>Reach out to us on the forum!</li></ol>",
        guide: "Ensure that it is on. (1)\nMake sure that the computer knows the standard. (1)\nIf you still cannot pair it, try a phone. (1)\nsupport: Reach out to us on the forum\n",
    },
    Case {
        shape: "named remedies in one of several lists, by the line over it, which the source wraps",
        article: "<h1>Errors while it copies</h1><p>A copy has two stages:</p><ol><li>Send what is new.</li><li>Fetch what is there.</li></ol><p>A copy can fail. There are two remedies for\nthis:</p>
            <ol><li>Restore the old copy: whoever made it can\ndo so.</li><li>Manual repair: if all else fails, give the copy up.</li></ol><h2>Related articles</h2><ul><li><a href=a>Copies</a></li></ul>",
        guide: "Restore the old copy (1)\nManual repair (1)\n",
    },
    Case {
        shape: "a picture beside the words of an item stands below them, and the words once",
        article: "<h1>The lamp does not work</h1><p><b>Resolution</b></p><ul><li><p>Make sure that it is plugged in.</p></li><li><strong>Check the bulb</strong>: <img src='a.png' alt='The bulb'></li></ul>",
        guide: "Make sure that it is plugged in. (1)\nCheck the bulb: (1)\n",
    },
];

#[test]
fn the_items_of_one_list_are_tries_or_steps() {
    hold(CASES, drawn);
}

#[test]
fn all_that_stands_around_tries_is_told() {
    hold(
        &[Case {
            shape: "what stands over a list of tries, in them and behind them",
            article: "<h1>The copy fails</h1><p>It needs a while.</p><p>If it seems to fail:</p>
                <ul><li>Check <a href=\"https://example.org/\">the status</a>. It may be down.</li><li>Quit the program and restart the computer.</li></ul>
                <p>It is quick on a new disk.</p><p>If none of this helps, contact support.</p>",
            guide: "intro: It needs a while.\nintro: If it seems to fail:\n# Check the status.\n1. Check the status. It may be down.\n# Quit the program and restart the computer.\n1. Quit the program and restart the computer.\nmore: It is quick on a new disk.\nsupport: If none of this helps\nsupport: If none of this helps, contact support.\n",
        }],
        told,
    );
}
