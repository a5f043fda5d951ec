//! How an article opens: with its first sentence, and not with what its page says of itself.
//!
//! Belongs here: rows for what stands before that sentence. Does not: titles (`titles.json`), or what becomes of the fixes.

use crate::{Case, hold, told};

pub(crate) const CASES: &[Case] = &[
    Case {
        shape: "who wrote it and when, where it stands, and a menu",
        article: "<h1>The kettle stays cold</h1><p><a href=/>Home</a> / Kitchen / The kettle stays cold</p>
            <div><p>Ada L.</p><ul><li>2 years ago</li><li>Updated</li></ul></div><p>By Ada &middot; 3 min read</p><ul><li><a href=/n>News</a></li><li><a href=/s>Shop for every kettle</a></li></ul><p>Changed on May 3, 2024</p><p>Key facts</p>
            <p>If the water stays cold, one of these helps.</p><h2>Plug it in</h2><p>Push the plug in.</p><h2>Press the switch</h2><p>Press it until it clicks.</p>",
        guide: "
intro: If the water stays cold, one of these helps.
# Plug it in
1. Push the plug in.
# Press the switch
1. Press it until it clicks.",
    },
    Case {
        shape: "what is about the article: a message, a system, a lead, a short sentence",
        article: "<h1>The kettle stays cold</h1><p><code>E4</code></p><p>Windows 10 | Windows 11</p><p>No power: E5</p><p><b>Good to know</b></p><p>Don't worry.</p>
            <p>If the water stays cold, one of these helps.</p><h2>Plug it in</h2><p>Push the plug in.</p><h2>Press the switch</h2><p>Press it until it clicks.</p>",
        guide: "
intro: E4
intro: Windows 10 | Windows 11 / No power: E5 / (tip: Good to know) / Don't worry. / If the water stays cold, one of these helps.
# Plug it in
1. Push the plug in.
# Press the switch
1. Press it until it clicks.",
    },
    Case {
        shape: "the same in a script without spaces, with the date below the title of an article that is one fix",
        article: "<div lang=ja><h1>電源が入らない</h1><p>ホーム > 家電 > 電源が入らない</p><p>更新日：2024年5月3日</p>
            <p>電源が入らないときは、次の手順をお試しください。</p><ol><li>コンセントを抜きます。</li><li>もう一度差し込んでください。</li></ol></div>",
        guide: "
# 電源が入らない
reason: 電源が入らないときは、次の手順をお試しください。
1. コンセントを抜きます。
2. もう一度差し込んでください。",
    },
];

#[test]
fn each_article_opens_with_its_first_sentence() {
    hold(CASES, told);
}
