//! Each syntax with what is said then, and the severities and lines of what is told. What it stands in begins on line 7.

/// Markdown of another tool, what a reader sees of it, and what its author is told.
pub(super) type Row = (&'static str, &'static str, &'static [&'static str]);

pub(super) const ROWS: &[Row] = &[
    // Callouts of GitHub and Obsidian.
    ("> [!NOTE]\n> Save it.", "tip(Save it.)", &[]),
    ("> [!caution]\n> Hot.", "warning(Hot.)", &[]),
    (
        "> [!warning] Mind *this*\n> Hot.\n> Very.",
        "warning(Mind this | Hot. Very.)",
        &[],
    ),
    (
        "> [!faq]- Why?\n> Because.\n>\n> - a",
        "tip(Why? | Because. | - a)",
        &[],
    ),
    ("> [!danger]+\n> Hot.", "warning(Hot.)", &[]),
    ("> [!tip|right] Only this", "tip(Only this)", &[]),
    ("> [!INCLUDE [x](y.md)]", "[!INCLUDE x]", &["error 7"]),
    (
        "Select [!UICONTROL Edit] in [!DNL Redis].",
        "Select Edit in Redis.",
        &[],
    ),
    (
        "+++ What you need\n\n<p>[!DNL Redis] with [!UICONTROL Edit]</p>\n\n+++\n\nAfter.",
        "What you need | Redis with Edit | After.",
        &[],
    ),
    (
        "```js\nrun(); // [!code focus]\nend()\n```",
        "code(run();; end())",
        &[],
    ),
    (
        "```js\na--;// [!code --]\nb;// [!code focus]\nc() // [!code ++] // [!code focus]\n  /* [!code hl] [!code ++] */ d()\n```",
        "code(a--;; b;; c();   d())",
        &[],
    ),
    (
        "```js\nx() // [!code focus] why\ny() // [!code\n<p> {/* [!code ++] */}\n<!-- [!code --] -->\nz -- [!code ++]\nq=% # [!code hl]\n```",
        "code(x() // why; y() // [!code; <p>; ; z; q=%)",
        &[],
    ),
    (
        "A <code>[!DNL x]</code> and <code>a <b>{{ y }}</b></code> of [!DNL Redis].",
        "A [!DNL x] and a {{ y }} of Redis.",
        &[],
    ),
    (
        "<pre>\n[!DNL x] a[!UICONTROL y]\n</pre>\n\n<p><code>[!DNL z]</code> [!DNL Redis]</p>",
        "code([!DNL x] a[!UICONTROL y]) | [!DNL z] Redis",
        &[],
    ),
    (
        "(my-label)=\nNow (or later) = soon.",
        "Now (or later) = soon.",
        &[],
    ),
    ("> A quote.", "A quote.", &[]),
    // Docusaurus, VitePress, Starlight, remark.
    (":::note\nSave it.\n:::", "tip(Save it.)", &[]),
    (
        ":::tip[Good to know]\n\nSave *it*.\n\n:::",
        "tip(Good to know | Save it.)",
        &[],
    ),
    (
        ":::caution Hot\nMind it.\n:::\nAfter.",
        "warning(Hot | Mind it.) | After.",
        &[],
    ),
    (
        "::: danger STOP\nMind it.\n:::",
        "warning(STOP | Mind it.)",
        &[],
    ),
    (
        "::: details Show me\nIt is so.\n:::",
        "Show me | It is so.",
        &[],
    ),
    (
        ":::note{title=\"Read\" .x}\nSave it.\n:::",
        "tip(Read | Save it.)",
        &[],
    ),
    (
        "::::info\n:::warning\nHot.\n:::\nMore.\n::::",
        "tip(warning(Hot.) | More.)",
        &[],
    ),
    (
        "Before:\n:::note\nSave it.\n:::\nAfter:\n:::tip\nGo.\n:::",
        "Before: | tip(Save it.) | After: | tip(Go.)",
        &[],
    ),
    (":::note\nSave it.", "Save it.", &["warning 7"]),
    (
        ":::zone pivot=\"mac\"\nOn a Mac.\n:::",
        "On a Mac.",
        &["warning 7"],
    ),
    (
        "Before.\n\n:::\n\nAfter.",
        "Before. | After.",
        &["warning 9"],
    ),
    ("::youtube[Watch]{#x}", "::youtube[Watch]{#x}", &["error 7"]),
    // MyST, Pandoc, Quarto, mdBook.
    (
        ":::{note}\n:class: dropdown\nSave it.\n:::",
        "tip(Save it.)",
        &[],
    ),
    (
        "```{warning} Hot.\nMind it.\n```",
        "warning(Hot. Mind it.)",
        &[],
    ),
    (
        "````{admonition} Read on\n:class: tip\n\nSave it.\n```sh\necho {x.y}\n```\n````",
        "tip(Read on | Save it. | code(echo {x.y}))",
        &[],
    ),
    (
        "::: {.callout-warning title=\"Hot\"}\nMind it.\n:::",
        "warning(Hot | Mind it.)",
        &[],
    ),
    (
        "```{code-block} sh\n:linenos:\necho :::note\n```",
        "code(echo :::note)",
        &[],
    ),
    ("```admonish warning\nHot.\n```", "warning(Hot.)", &[]),
    (
        "Press {kbd}`Esc`, {guilabel}`&Save` or {menuselection}`File --> Open`.",
        "Press Esc, Save or File › Open.",
        &[],
    ),
    (
        "See {doc}`the manual </manual>` and {ref}`label`.",
        "See the manual and label.",
        &["warning 7"],
    ),
    // MkDocs.
    (
        "!!! note\n    Save it.\n\n    - a\n\nAfter.",
        "tip(Save it. | - a) | After.",
        &[],
    ),
    (
        "!!! warning \"It stops\"\n\nGo on.",
        "warning(It stops) | Go on.",
        &[],
    ),
    (
        "!!! danger \"Don't\"\n    Hot.\n\n!!! tip\n    Go.",
        "warning(Don't | Hot.) | tip(Go.)",
        &[],
    ),
    (
        "??? question \"Why?\"\n\n    Because.",
        "Why? | Because.",
        &[],
    ),
    (
        "??? danger \"Hot\"\n\n    Wait.",
        "warning(Hot | Wait.)",
        &[],
    ),
    (
        "???+ warning inline end\n    Hot.\n    ```sh\n    !!! x\n    ```",
        "warning(Hot. | code(!!! x))",
        &[],
    ),
    (
        "=== \"Windows\"\n\n    Press it.\n\n=== \"Mac\"\n\n    Touch it.",
        "Windows | Press it. | Mac | Touch it.",
        &[],
    ),
    ("Press ++ctrl+alt+del++.", "Press Ctrl+Alt+Del.", &[]),
    ("--8<-- \"part.md\"", "", &["warning 7"]),
    // GitBook, Liquid, Jekyll, Markdoc.
    (
        "{% hint style=\"danger\" %}\nHot.\n{% endhint %}",
        "warning(Hot.)",
        &[],
    ),
    (
        "{{partial:admonition type='danger'}}\nHot.\n{{/partial:admonition}}",
        "warning(Hot.)",
        &[],
    ),
    (
        "{% hint style=\"info\" %} Save it. {% endhint %}",
        "tip(Save it.)",
        &[],
    ),
    (
        "{% tabs %}\n{% tab title=\"Mac\" %}\nTouch it.\n{% endtab %}\n{% endtabs %}",
        "Mac | Touch it.",
        &[],
    ),
    (
        "{% callout type=\"warning\" title=\"Hot\" %}\nMind it.\n{% /callout %}",
        "warning(Hot | Mind it.)",
        &[],
    ),
    (
        "{% note %}\n\nSave it.\n\n{% endnote %}",
        "tip(Save it.)",
        &[],
    ),
    (
        "{% include alert.html type=\"warning\" content=\"Hot.\" %}",
        "warning(Hot.)",
        &[],
    ),
    (
        "{% include video.html id=1 %}\n\nAfter.",
        "After.",
        &["warning 7"],
    ),
    (
        "{% if mac %}\nTouch it.\n{% else %}\nPress it.\n{% endif %}",
        "Touch it. | Press it.",
        &["warning 7"],
    ),
    (
        "{% comment %}\nNobody: {{ x }}.\n{% endcomment %}\n\nAfter.",
        "After.",
        &[],
    ),
    (
        "{% highlight sh %}\necho {{ x }}\n{% endhighlight %}",
        "code(echo {{ x }})",
        &[],
    ),
    (
        "{% code title=\"a.sh\" %}\n```sh\necho a\n```\n{% endcode %}",
        "code(echo a)",
        &[],
    ),
    (
        "Open {{ site.product }}.",
        "Open {{ site.product }}.",
        &["error 7"],
    ),
    (
        "Open {% data variables.name %}.",
        "Open {% data variables.name %}.",
        &["error 7"],
    ),
    (
        "See [it]({% link a.md %}) or [that]({{ site.url }}/a).",
        "See it or that.",
        &["warning 7", "warning 7"],
    ),
    // Hugo.
    (
        "{{< callout type=\"warning\" >}}\nHot.\n{{< /callout >}}",
        "warning(Hot.)",
        &[],
    ),
    (
        "{{% notice tip \"Good to know\" %}}\nSave it.\n{{% /notice %}}",
        "tip(Good to know | Save it.)",
        &[],
    ),
    (
        "{{% alert title=\"Warning\" color=\"warning\" %}}\nHot.\n{{% /alert %}}",
        "warning(Hot.)",
        &[],
    ),
    (
        "{{< caution >}}\nHot.\n{{< /caution >}}",
        "warning(Hot.)",
        &[],
    ),
    (
        "{{< tabs \"x\" >}}\n{{< tab \"Mac\" >}}\nTouch it.\n{{< /tab >}}\n{{< /tabs >}}",
        "Mac | Touch it.",
        &[],
    ),
    (
        "{{< figure src=\"a.png\" alt=\"The lamp\" >}}",
        "The lamp",
        &[],
    ),
    ("{{< youtube abc >}}\n\nAfter.", "After.", &["warning 7"]),
    (
        "A {{< glossary_tooltip text=\"node\" term_id=\"node\" >}}. See [it]({{< ref \"a.md\" >}}).",
        "A node. See it.",
        &["warning 7"],
    ),
    (
        "Open {{< param name >}}.",
        "Open {{< param name >}}.",
        &["error 7"],
    ),
    // MDX and JSX.
    (
        "import A from './a';\nimport {\n  B,\n} from 'b';\n\nexport const c = 1;\n\nAfter.",
        "After.",
        &[],
    ),
    ("{/* Nobody\n\nsees it */}\n\nAfter.", "After.", &[]),
    ("<Note>\n  Save *it*.\n</Note>", "tip(Save it.)", &[]),
    ("<Warning>Hot.</Warning>", "warning(Hot.)", &[]),
    (
        "<Callout type=\"error\" title={\"Hot\"}>\n\n    Mind it.\n\n</Callout>",
        "warning(Hot | Mind it.)",
        &[],
    ),
    (
        "<Aside type=\"caution\">Hot.\nMind it.</Aside>",
        "warning(Hot. Mind it.)",
        &[],
    ),
    (
        "<Tabs>\n  <TabItem value=\"m\" label=\"Mac\">\n\n  Touch it.\n\n  </TabItem>\n</Tabs>",
        "Mac | Touch it.",
        &[],
    ),
    (
        "<Chart\n  data={[1]}\n/>\n\nAfter.",
        "After.",
        &["warning 7"],
    ),
    (
        "<Fancy>\n\nSave it.\n\n</Fancy>",
        "Save it.",
        &["warning 7"],
    ),
    (
        "import x from 'y'\n\nPress {props.key}, {\"OK\"} and {x}.",
        "Press {props.key}, OK and {x}.",
        &["error 9", "error 9"],
    ),
    ("Press {t(\"key\")}.", "Press {t(\"key\")}.", &["error 7"]),
    (
        "<Button onClick={() => x}>Press",
        "<Button onClick={() => x}>Press",
        &["error 7"],
    ),
    (
        "The lamp is <span style={{color: \"red\"}} class=\"a\">red</span> now.",
        "The lamp is red now.",
        &[],
    ),
    // Obsidian, wikis.
    (
        "Open [[Settings]] or [[Menu#Top|the menu]].",
        "Open Settings or the menu.",
        &["warning 7", "warning 7"],
    ),
    ("![[lamp.png|200]]", "", &[]),
    ("![[Another note]]\n\nAfter.", "After.", &["warning 7"]),
    (
        "This ==matters==. %%Nobody%%\n\n%%\nNobody.\n%%\n\nAfter.",
        "This matters. | After.",
        &[],
    ),
    ("[[_TOC_]]\n\nAfter.", "After.", &[]),
    // kramdown, attribute lists.
    ("{: .warning }\nHot.", "warning(Hot.)", &[]),
    ("Hot.\n{: .notice--warning}", "warning(Hot.)", &[]),
    ("> Save it.\n{: .prompt-tip }", "tip(Save it.)", &[]),
    ("* TOC\n{:toc}\n\nAfter.", "After.", &[]),
    (
        "See [it](a.html){:target=\"_blank\"} or [that](b.html){ .button }.",
        "See it or that.",
        &[],
    ),
    ("{::comment}\nNobody.\n{:/comment}\n\nAfter.", "After.", &[]),
    ("Lamp\n: What shines.", "Lamp | What shines.", &[]),
    // Footnotes, task lists, comments.
    (
        "Save it.[^1]\n\n[^1]: Twice.\n",
        "Save it.¹ | tip(¹ Twice.)",
        &[],
    ),
    (
        "> {words}\n> - [ ] Save it.\n> - [x] Look.[^a]\n\n[^a]: Twice.\n\nAfter.",
        "- Save it. - Look.¹ | tip(¹ Twice.) | After.",
        &[],
    ),
    ("Save it.[^2]", "Save it.[^2]", &["error 7"]),
    ("Save it.\n\n[^3]: Twice.", "Save it.", &["warning 9"]),
    ("Save it.^[Twice.]", "Save it. (Twice.)", &[]),
    (
        "Save <!-- nobody --> it.\n\n<!-- nobody\n{{ x }} -->",
        "Save it.",
        &[],
    ),
    ("<Shot src=\"/a.png\" alt=\"The lamp\" />", "The lamp", &[]),
    ("Select **:::no-loc text=\"New\":::**.", "Select New.", &[]),
    ("> [!div class=\"next\"]\n> Go on.", "Go on.", &[]),
    (
        "1. Do.\n\n    ::: info\n\n    Save it.\n\n    :::\n\n    !!! tip\n        Go.\n\n    === \"Mac\"\n\n        Touch.\n\n    ::: danger\n\n    Hot.\n\n    :::\n\n## B {#b}",
        "",
        &[],
    ),
    (
        "<!-- Nobody `\n\n:::warning\nHot.\n:::\n\n-->\n\nAfter.",
        "After.",
        &[],
    ),
    // reStructuredText.
    (
        ".. note:: Save it.\n   Twice.\n\nAfter.",
        "tip(Save it. Twice.) | After.",
        &[],
    ),
    (
        ".. warning::\n\n   Hot.\n\n.. _label:\n\nAfter.",
        "warning(Hot.) | After.",
        &[],
    ),
    (
        ".. code-block:: sh\n   :linenos:\n\n   echo ::\n\nAfter.",
        "code(echo ::) | After.",
        &[],
    ),
    (
        "See :doc:`the manual </manual>` and :kbd:`Esc`.",
        "See the manual and Esc.",
        &[],
    ),
    (".. include:: a.rst\n\nAfter.", "After.", &["warning 7"]),
    // Microsoft's.
    (
        ":::image type=\"content\" source=\"a.png\" alt-text=\"The lamp\":::",
        "The lamp",
        &[],
    ),
    (
        ":::row:::\n:::column:::\nLeft.\n:::column-end:::\n:::row-end:::",
        "Left.",
        &[],
    ),
    // Wiki.js, emoji, icons.
    ("> Hot.\n{.is-warning}", "warning(Hot.)", &[]),
    (
        "> Save it.\n{.is-info}\n\nAfter.",
        "tip(Save it.) | After.",
        &[],
    ),
    ("Words. {.center}\n\nAfter.", "Words. | After.", &[]),
    (
        "Press :material-cog: :mdi-wifi: or :octicons-x-16:{ .big } here.",
        "Press or here.",
        &[],
    ),
    (":warning: Hot.", ":warning: Hot.", &["error 7"]),
    ("It is ill-advised.{.is-info}", "It is ill-advised.", &[]),
    (
        "<img style={{width: \"10%\"}} src=\"a.png\" alt=\"The lamp\" />\n\nAfter.",
        "The lamp | After.",
        &[],
    ),
    (
        "<div style={{color: \"red\"}}>\n\nHot.\n\n</div>\n\nAfter.",
        "Hot. | After.",
        &[],
    ),
];
