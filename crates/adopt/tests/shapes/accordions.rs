//! What unfolds, as each maker writes it: the same article every time, and the same guide.
//!
//! Belongs here: rows for accordions and disclosures, and what a page hides that is none. Does not: tabs (`pages`).

use unstuck_adopt::html;

use crate::{Case, hold, told};

/// What is in an accordion: titles and contents.
const ITEMS: [(&str, &str); 3] = [
    (
        "Restart the scanner",
        "<ol><li>Hold the button.</li><li>Wait for the light.</li></ol>",
    ),
    (
        "Replace the cable",
        "<p>Unplug the old cable. Plug in the new one.</p>",
    ),
    (
        "Update the driver",
        "<ul><li>Open the settings.</li><li>Select Update.</li></ul>",
    ),
];

const GUIDE: &str = "\
intro: Three things help.
# Restart the scanner
1. Hold the button.
2. Wait for the light.
# Replace the cable
1. Unplug the old cable. Plug in the new one.
# Update the driver
1. Open the settings.
2. Select Update.
";

/// Who makes it, what opens the whole, one item, what closes the whole. In an item `N` is its number, `TITLE` its title and
/// `BODY` its content.
const MAKERS: &[(&str, &str, &str, &str)] = &[
    (
        "the pattern of the ARIA guide",
        "<div class=accordion>",
        "<h3><button type=button aria-expanded=false class=accordion-trigger aria-controls=sectN id=accN><span class=accordion-title>TITLE<span class=accordion-icon></span></span></button></h3>
         <div id=sectN role=region aria-labelledby=accN class=accordion-panel hidden><div>BODY</div></div>",
        "</div>",
    ),
    (
        "a button and a hidden panel, nothing else",
        "<div>",
        "<button aria-expanded=false aria-controls=pN>TITLE</button><div id=pN hidden>BODY</div>",
        "</div>",
    ),
    (
        "a heading in a button",
        "",
        "<div><button class=usa-accordion__button aria-controls=aN aria-expanded=false><h2 id=hN>TITLE</h2></button><div id=aN class=usa-accordion__content hidden>BODY</div></div>",
        "",
    ),
    (
        "hidden until found",
        "",
        "<h2><button aria-expanded=false>TITLE</button></h2><div hidden=until-found>BODY</div>",
        "",
    ),
    (
        "hidden until found, without any control",
        "",
        "<h2>TITLE</h2><section hidden='until-found'>BODY</section>",
        "",
    ),
    (
        "details",
        "",
        "<details><summary>TITLE</summary>BODY</details>",
        "",
    ),
    (
        "details with a heading in the summary",
        "",
        "<details name=faq><summary><h3>TITLE</h3></summary>BODY</details>",
        "",
    ),
    (
        "WordPress, the block Details",
        "",
        "<details class='wp-block-details is-layout-flow'><summary>TITLE</summary><div class=wp-block-group>BODY</div></details>",
        "",
    ),
    (
        "WordPress, the block Accordion",
        "<div role=group class=wp-block-accordion>",
        "<div class=wp-block-accordion-item><h3 class='wp-block-accordion-heading'><button type=button class=wp-block-accordion-heading__toggle><span class=wp-block-accordion-heading__toggle-title>TITLE</span><span class=wp-block-accordion-heading__toggle-icon aria-hidden=true>+</span></button></h3><div role=region class=wp-block-accordion-panel inert hidden=until-found>BODY</div></div>",
        "</div>",
    ),
    (
        "Bootstrap 5",
        "<div class=accordion id=help>",
        "<div class=accordion-item><h2 class=accordion-header id=headN><button class='accordion-button collapsed' type=button data-bs-toggle=collapse data-bs-target=#colN aria-expanded=false aria-controls=colN><i class='bi bi-card-checklist'></i> TITLE</button></h2><div id=colN class='accordion-collapse collapse' aria-labelledby=headN data-bs-parent=#help><div class=accordion-body>BODY</div></div></div>",
        "</div>",
    ),
    (
        "Bootstrap 4",
        "<div id=accordion>",
        "<div class=card><div class=card-header id=headingN><h5 class=mb-0><button class='btn btn-link' data-toggle=collapse data-target=#collapseN aria-expanded=true aria-controls=collapseN>TITLE</button></h5></div><div id=collapseN class='collapse' aria-labelledby=headingN data-parent=#accordion><div class=card-body>BODY</div></div></div>",
        "</div>",
    ),
    (
        "Bootstrap 3, with the roles of tabs",
        "<div class=panel-group id=acc role=tablist aria-multiselectable=true>",
        "<div class='panel panel-default'><div class=panel-heading role=tab id=headN><h4 class=panel-title><a role=button data-toggle=collapse data-parent=#acc href=#collN aria-expanded=false aria-controls=collN>TITLE</a></h4></div><div id=collN class='panel-collapse collapse' role=tabpanel aria-labelledby=headN><div class=panel-body>BODY</div></div></div>",
        "</div>",
    ),
    (
        "Bootstrap, a link without a heading",
        "",
        "<p><a class='btn' data-bs-toggle=collapse href='#cN' role=button aria-expanded=false aria-controls=cN>TITLE</a></p><div class=collapse id=cN><div class='card card-body'>BODY</div></div>",
        "",
    ),
    (
        "Elementor, accordion",
        "<div class='elementor-element elementor-widget elementor-widget-accordion'><div class=elementor-widget-container><div class=elementor-accordion>",
        "<div class=elementor-accordion-item><div id=elementor-tab-title-88N class=elementor-tab-title data-tab=N role=button aria-controls=elementor-tab-content-88N aria-expanded=false><span class='elementor-accordion-icon elementor-accordion-icon-left' aria-hidden=true><span class=elementor-accordion-icon-closed><i class='fas fa-plus'></i></span></span><a class=elementor-accordion-title tabindex=0>TITLE</a></div><div id=elementor-tab-content-88N class='elementor-tab-content elementor-clearfix' data-tab=N role=region aria-labelledby=elementor-tab-title-88N>BODY</div></div>",
        "</div></div></div>",
    ),
    (
        "Elementor, as it was, with the roles of tabs",
        "<div class=elementor-accordion role=tablist>",
        "<div class=elementor-accordion-item><h3 id=t7N class=elementor-tab-title data-tab=N role=tab aria-controls=c7N><a class=elementor-accordion-title href=''>TITLE</a></h3><div id=c7N class='elementor-tab-content elementor-clearfix' data-tab=N role=tabpanel aria-labelledby=t7N>BODY</div></div>",
        "</div>",
    ),
    (
        "Elementor, toggle",
        "<div class=elementor-toggle>",
        "<div class=elementor-toggle-item><div id=tN class=elementor-tab-title data-tab=N role=button aria-controls=cN aria-expanded=false><span class='elementor-toggle-icon elementor-toggle-icon-left' aria-hidden=true><svg></svg></span><a class=elementor-toggle-title tabindex=0>TITLE</a></div><div id=cN class='elementor-tab-content elementor-clearfix' data-tab=N role=region aria-labelledby=tN>BODY</div></div>",
        "</div>",
    ),
    (
        "Elementor, nested accordion",
        "<div class=e-n-accordion>",
        "<details id=e-n-accordion-item-N class=e-n-accordion-item><summary class=e-n-accordion-item-title data-accordion-index=N aria-expanded=false aria-controls=e-n-accordion-item-N><span class=e-n-accordion-item-title-header><div class=e-n-accordion-item-title-text>TITLE</div></span><span class=e-n-accordion-item-title-icon><span class=e-opened><i class='fas fa-minus'></i></span></span></summary><div role=region aria-labelledby=e-n-accordion-item-N class='e-con e-parent'>BODY</div></details>",
        "</div>",
    ),
    (
        "Divi",
        "<div class='et_pb_module et_pb_accordion'>",
        "<div class='et_pb_toggle et_pb_module et_pb_accordion_item et_pb_toggle_close'><h5 class=et_pb_toggle_title>TITLE</h5><div class='et_pb_toggle_content clearfix'>BODY</div></div>",
        "</div>",
    ),
    (
        "Kadence",
        "<div class=wp-block-kadence-accordion><div class=kt-accordion-inner-wrap>",
        "<div class='wp-block-kadence-pane kt-accordion-pane'><div class=kt-accordion-header-wrap><button class='kt-blocks-accordion-header kt-acccordion-button-label-show' type=button><span class=kt-blocks-accordion-title-wrap><span class=kt-blocks-accordion-title><strong>TITLE</strong></span></span><span class=kt-blocks-accordion-icon-trigger></span></button></div><div class='kt-accordion-panel kt-accordion-panel-hidden'><div class=kt-accordion-panel-inner>BODY</div></div></div>",
        "</div></div>",
    ),
    (
        "WPBakery",
        "<div class=vc_tta-panels-container><div class=vc_tta-panels>",
        "<div class=vc_tta-panel id=vN data-vc-content=.vc_tta-panel-body><div class=vc_tta-panel-heading><h4 class='vc_tta-panel-title vc_tta-controls-icon-position-left'><a href=#vN data-vc-accordion data-vc-container=.vc_tta-container><span class=vc_tta-title-text>TITLE</span><i class='vc_tta-controls-icon vc_tta-controls-icon-plus'></i></a></h4></div><div class=vc_tta-panel-body>BODY</div></div>",
        "</div></div>",
    ),
    (
        "Spectra",
        "<div class=wp-block-uagb-faq><div class='uagb-faq__wrap uagb-buttons-layout-wrap'>",
        "<div class='wp-block-uagb-faq-child uagb-faq-child__outer-wrap uagb-faq-item' role=button><div class='uagb-faq-questions-button uagb-faq-questions'><span class='uagb-icon uagb-faq-icon-wrap'><svg></svg></span><span class=uagb-question>TITLE</span></div><div class=uagb-faq-content>BODY</div></div>",
        "</div></div>",
    ),
    (
        "Confluence",
        "",
        "<div id=expander-N class='expand-container conf-macro output-block'><div id=expander-control-N class=expand-control><span class='expand-control-icon icon'>&nbsp;</span><span class=expand-control-text>TITLE</span></div><div id=expander-content-N class='expand-content expand-hidden'>BODY</div></div>",
        "",
    ),
    (
        "GOV.UK, by its script",
        "<div class=govuk-accordion><div class=govuk-accordion__controls><button type=button class=govuk-accordion__show-all aria-expanded=false><span class=govuk-accordion__show-all-text>Show all sections</span></button></div>",
        "<div class=govuk-accordion__section><div class=govuk-accordion__section-header><h2 class=govuk-accordion__section-heading><button type=button aria-controls=gN class=govuk-accordion__section-button aria-expanded=false><span class=govuk-accordion__section-heading-text><span class=govuk-accordion__section-heading-text-focus>TITLE</span></span><span class='govuk-visually-hidden govuk-accordion__section-heading-divider'>, </span><span class=govuk-accordion__section-toggle data-nosnippet><span class=govuk-accordion__section-toggle-focus><span class=govuk-accordion-nav__chevron></span><span class=govuk-accordion__section-toggle-text>Show</span></span></span></button></h2></div><div id=gN class=govuk-accordion__section-content hidden=until-found>BODY</div></div>",
        "</div>",
    ),
    (
        "Salesforce",
        "<ul class=slds-accordion>",
        "<li class=slds-accordion__list-item><section class=slds-accordion__section><div class=slds-accordion__summary><h2 class=slds-accordion__summary-heading><button aria-controls=sN aria-expanded=false class='slds-button slds-button_reset slds-accordion__summary-action'><svg aria-hidden=true></svg><span class=slds-accordion__summary-content title='TITLE'>TITLE</span></button></h2></div><div class=slds-accordion__content id=sN hidden>BODY</div></section></li>",
        "</ul>",
    ),
    (
        "Foundation",
        "<ul class=accordion data-accordion>",
        "<li class='accordion-item is-active' data-accordion-item><a href=# class=accordion-title>TITLE</a><div class=accordion-content data-tab-content>BODY</div></li>",
        "</ul>",
    ),
    (
        "Semantic UI",
        "<div class='ui styled accordion'>",
        "<div class=title><i class='dropdown icon'></i> TITLE</div><div class=content>BODY</div>",
        "</div>",
    ),
    (
        "MUI",
        "<div>",
        "<div class='MuiPaper-root MuiAccordion-root'><h3 class=MuiAccordion-heading><button class='MuiButtonBase-root MuiAccordionSummary-root' type=button aria-expanded=false aria-controls=mN-content id=mN-header><span class=MuiAccordionSummary-content><p class=MuiTypography-root>TITLE</p></span><span class=MuiAccordionSummary-expandIconWrapper><svg></svg></span></button></h3><div class='MuiCollapse-root MuiCollapse-hidden' style='min-height: 0px'><div class=MuiCollapse-wrapper><div class=MuiCollapse-wrapperInner><div aria-labelledby=mN-header id=mN-content role=region class=MuiAccordion-region><div class=MuiAccordionDetails-root>BODY</div></div></div></div></div></div>",
        "</div>",
    ),
    (
        "Radix, and what is built on it",
        "<div data-orientation=vertical>",
        "<div data-state=closed data-orientation=vertical class=border-b><h3 data-orientation=vertical data-state=closed class=flex><button type=button aria-controls=radix-:rN: aria-expanded=false data-state=closed id=radix-t:rN: class='flex flex-1' data-radix-collection-item>TITLE<svg></svg></button></h3><div data-state=closed id=radix-:rN: role=region aria-labelledby=radix-t:rN: hidden>BODY</div></div>",
        "</div>",
    ),
    (
        "Headless UI",
        "",
        "<div><button id=headlessui-disclosure-button-N type=button aria-expanded=false><span>TITLE</span><svg></svg></button><div id=headlessui-disclosure-panel-N>BODY</div></div>",
        "",
    ),
    (
        "Chakra UI",
        "<div class=chakra-accordion>",
        "<div class=chakra-accordion__item><h2><button type=button id=accordion-button-N aria-expanded=false aria-controls=accordion-panel-N class=chakra-accordion__button><span class=css-x>TITLE</span><svg class='chakra-icon chakra-accordion__icon' aria-hidden=true></svg></button></h2><div class=chakra-collapse style='overflow:hidden;display:none;opacity:0;height:0px'><div role=region id=accordion-panel-N aria-labelledby=accordion-button-N class=chakra-accordion__panel>BODY</div></div></div>",
        "</div>",
    ),
    (
        "Ant Design",
        "<div class='ant-collapse ant-collapse-icon-position-start'>",
        "<div class=ant-collapse-item><div class=ant-collapse-header aria-expanded=false aria-disabled=false role=button tabindex=0><div class=ant-collapse-expand-icon><span role=img aria-label=right class='anticon anticon-right ant-collapse-arrow'><svg></svg></span></div><span class=ant-collapse-header-text>TITLE</span></div><div class='ant-collapse-content ant-collapse-content-inactive ant-collapse-content-hidden'><div class=ant-collapse-content-box>BODY</div></div></div>",
        "</div>",
    ),
    (
        "Angular Material",
        "<mat-accordion class=mat-accordion>",
        "<mat-expansion-panel class='mat-expansion-panel'><mat-expansion-panel-header role=button class='mat-expansion-panel-header mat-focus-indicator' id=mat-expansion-panel-header-N tabindex=0 aria-controls=cdk-accordion-child-N aria-expanded=false><span class='mat-content mat-content-hide-toggle'><mat-panel-title class=mat-expansion-panel-header-title> TITLE </mat-panel-title></span><span class=mat-expansion-indicator></span></mat-expansion-panel-header><div role=region class=mat-expansion-panel-content style='visibility: hidden' id=cdk-accordion-child-N aria-labelledby=mat-expansion-panel-header-N><div class=mat-expansion-panel-body>BODY</div></div></mat-expansion-panel>",
        "</mat-accordion>",
    ),
    (
        "Vuetify",
        "<div class=v-expansion-panels>",
        "<div class=v-expansion-panel><button class=v-expansion-panel-title type=button aria-expanded=false><span class=v-expansion-panel-title__overlay></span>TITLE<span class=v-expansion-panel-title__icon><i class='mdi-chevron-down mdi v-icon' aria-hidden=true></i></span></button><div class=v-expansion-panel-text style='display: none'><div class=v-expansion-panel-text__wrapper>BODY</div></div></div>",
        "</div>",
    ),
    (
        "Microsoft Support",
        "<div class=ocpSection>",
        "<div class=ocpExpando><div class=ocpExpandoHead role=button aria-expanded=false><div class=ocpExpandoHeadTitleContainer>TITLE</div></div><div class=ocpExpandoBody>BODY</div></div>",
        "</div>",
    ),
    (
        "Sphinx Design",
        "",
        "<details class='sd-sphinx-override sd-dropdown sd-card sd-mb-3'><summary class='sd-summary-title sd-card-header'><span class=sd-summary-text>TITLE</span><span class='sd-summary-state-marker sd-summary-chevron-right'><svg></svg></span></summary><div class='sd-summary-content sd-card-body docutils'>BODY</div></details>",
        "",
    ),
    (
        "Docusaurus",
        "",
        "<details class='details_lb9f alert alert--info details_b_Ee' data-collapsed=true><summary>TITLE</summary><div><div class=collapsibleContent_i85q>BODY</div></div></details>",
        "",
    ),
    (
        "MkDocs, notes that unfold",
        "",
        "<details class=question><summary>TITLE</summary>BODY</details>",
        "",
    ),
    (
        "MkDocs, notes that unfold, of a kind that is one",
        "",
        "<details class=note><summary>TITLE</summary>BODY</details>",
        "",
    ),
    (
        "VitePress",
        "",
        "<details class='details custom-block'><summary>TITLE</summary>BODY</details>",
        "",
    ),
    (
        "a box and its label, without a script",
        "<div class=tabs>",
        "<div class=tab><input type=checkbox id=chckN><label class=tab-label for=chckN>TITLE</label><div class=tab-content>BODY</div></div>",
        "</div>",
    ),
    (
        "a label before its box",
        "<div class=faq>",
        "<label for=qN>TITLE</label><input type=checkbox id=qN class=hide><div>BODY</div>",
        "</div>",
    ),
    (
        "a button with a class and a panel with one",
        "",
        "<button class=accordion>TITLE</button><div class=panel>BODY</div>",
        "",
    ),
    (
        "a button of its own kind and a panel",
        "",
        "<button type=button class=collapsible>TITLE</button><div class=content>BODY</div>",
        "",
    ),
    (
        "a heading by its role",
        "",
        "<div role=heading aria-level=3>TITLE</div><div>BODY</div>",
        "",
    ),
    (
        "a heading by its role around a button",
        "",
        "<div role=heading aria-level=2><span role=button aria-expanded=false aria-controls=xN>TITLE</span></div><div id=xN hidden>BODY</div>",
        "",
    ),
    (
        "terms that unfold",
        "<dl class=faq>",
        "<dt><button aria-expanded=false aria-controls=fN>TITLE</button></dt><dd><div id=fN hidden>BODY</div></dd>",
        "</dl>",
    ),
    (
        "what jQuery has made of headings",
        "<div id=accordion class='ui-accordion ui-widget' role=tablist>",
        "<h3 class='ui-accordion-header ui-state-default' role=tab id=ui-id-N0 aria-controls=ui-id-N1 aria-selected=false aria-expanded=false><span class='ui-accordion-header-icon ui-icon ui-icon-triangle-1-e'></span>TITLE</h3><div class='ui-accordion-content ui-widget-content' id=ui-id-N1 aria-labelledby=ui-id-N0 role=tabpanel aria-hidden=true style='display: none;'>BODY</div>",
        "</div>",
    ),
    (
        "Zendesk Garden",
        "<div data-garden-id=accordions.accordion>",
        "<section data-garden-id=accordions.section><div role=heading aria-level=2 data-garden-id=accordions.header><button id=trigN aria-controls=panN aria-expanded=false data-garden-id=accordions.button>TITLE</button></div><section role=region id=panN aria-hidden=true aria-labelledby=trigN data-garden-id=accordions.panel><div>BODY</div></section></section>",
        "</div>",
    ),
];

#[test]
fn each_accordion_is_read_as_if_it_were_open() {
    let mut wrong = String::new();
    for (maker, opening, item, closing) in MAKERS {
        let items: String = ITEMS
            .iter()
            .zip(["1", "2", "3"])
            .map(|((title, body), number)| {
                // A sign that no class contains stands for the number.
                let item = item.replace("TITLE", "\u{1}").replace("BODY", "\u{2}");
                let item = item.replace('N', number);
                item.replace('\u{1}', title).replace('\u{2}', body)
            })
            .collect();
        let text = format!(
            "<article><h1>The scanner stays offline</h1><p>Three things help.</p>{opening}{items}{closing}</article>"
        );
        let got = html::parse(&text)
            .map_or_else(|problems| format!("{problems:?}\n"), |guide| told(&guide));
        if got != GUIDE {
            wrong.push_str(&format!("{maker}:\n{got}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}instead of:\n{GUIDE}");
}

pub(crate) const TOLD: &[Case] = &[
    Case {
        shape: "what a page hides and nothing in the article opens",
        article: "<h1>The lamp stays dark and does not work</h1><p>Try these.</p>
            <div hidden><h2>Accept all cookies</h2><p>Click Accept.</p></div>
            <div style='display: none'><p>Turn on scripts.</p></div>
            <button aria-controls=ask aria-haspopup=dialog>Ask us</button><div id=ask hidden><p>Type your question.</p></div>
            <button aria-controls=more aria-expanded=false>Menu</button><div id=more class=dropdown-menu hidden><p>Choose a language.</p></div>
            <h2>Change the bulb</h2><ol><li>Let it cool.</li><li>Screw the new one in.</li></ol>
            <dialog><p>Sign in first.</p></dialog><div role=dialog aria-modal=true><p>Select a region.</p></div>
            <button aria-expanded=false aria-controls=share>Share</button><div id=share class=share-popup hidden><p>Copy the link.</p></div>
            <h2>Tighten the screws</h2><p>Turn the power off. Turn each screw to the right.</p>",
        guide: "
intro: Try these.
# Change the bulb
1. Let it cool.
2. Screw the new one in.
# Tighten the screws
1. Turn the power off. Turn each screw to the right.",
    },
    Case {
        shape: "something that unfolds within a step",
        article: "<h1>The lamp stays dark and does not work</h1><p>Try these.</p>
            <h2>Change the bulb</h2><ol><li>Let it cool.</li><li>Screw the new one in.<button aria-expanded=false aria-controls=how>Which way?</button><div id=how hidden><p>To the right.</p></div></li></ol>
            <h2>Tighten the screws</h2><p>Turn the power off. Turn each screw to the right.</p>",
        guide: "
intro: Try these.
# Change the bulb
1. Let it cool.
2. Screw the new one in. / Which way? / To the right.
# Tighten the screws
1. Turn the power off. Turn each screw to the right.",
    },
    Case {
        shape: "details without a summary",
        article: "<h1>The lamp stays dark and does not work</h1><p>Try these.</p>
            <h2>Change the bulb</h2><details><ol><li>Let it cool.</li><li>Screw the new one in.</li></ol></details>
            <h2>Tighten the screws</h2><details open><p>Turn the power off.</p><p>Turn each screw to the right.</p></details>",
        guide: "
intro: Try these.
# Change the bulb
1. Let it cool.
2. Screw the new one in.
# Tighten the screws
1. Turn the power off.
2. Turn each screw to the right.",
    },
    Case {
        shape: "all that a heading has stands in one note that unfolds",
        article: "<h1>Troubleshooting the receiver</h1><p><img src=banner.png alt='Setup banner'></p>
            <h2>The script is stuck at Loading</h2><details class=note><summary>The script is stuck at Loading</summary><p>Copy the script to the card again.</p><p>Make sure that the module has the latest firmware.</p></details>
            <h2>The receiver won't bind</h2><details class=note><summary>The receiver won't bind</summary><p>Turn off the radio.</p><ul><li>Move the receiver to another port.</li><li>Check the wires.</li></ul></details>",
        guide: "
intro: Setup banner
? The script is stuck at Loading
? The receiver won't bind
# The script is stuck at Loading if sees-script-stuck-at-loading
1. Copy the script to the card again.
2. Make sure that the module has the latest firmware.
# The receiver won't bind if sees-receiver-wont-bind
1. Turn off the radio.
2. Move the receiver to another port.
3. Check the wires.",
    },
    Case {
        shape: "summaries under headings that group them",
        article: "<h1>Troubleshooting after the installation</h1>
            <h2>Boot issues</h2><h3>Error message on boot</h3>
            <details><summary>\"Patch 1 failed\"</summary><p>The loader is outdated. Copy the latest one to the card.</p></details>
            <details><summary>\"The system can't be mounted\"</summary><p>Insert the card again.</p></details>
            <h2>Software issues</h2>
            <details><summary>The camera does not work</summary><ol><li>Turn off the console.</li><li>Insert the card again.</li></ol></details>
            <details><summary>Games crash when started</summary><ol><li>Open the settings.</li><li>Delete the cache.</li></ol></details>",
        guide: "
? \"Patch 1 failed\"
? \"The system can't be mounted\"
? The camera does not work
? Games crash when started
# \"Patch 1 failed\" if sees-patch-1-failed
1. The loader is outdated. Copy the latest one to the card.
# \"The system can't be mounted\" if sees-system-cant-be-mounted
1. Insert the card again.
# The camera does not work if sees-camera-doe-not-work
1. Turn off the console.
2. Insert the card again.
# Games crash when started if sees-game-crash-when-started
1. Open the settings.
2. Delete the cache.",
    },
];

#[test]
fn what_unfolds_is_told_where_it_stands() {
    hold(TOLD, told);
}
