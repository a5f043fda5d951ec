//! A help desk written with Yew, which shows a guide in a component next to its own state.
//!
//! ```sh
//! cd examples/yew-app && trunk serve
//! ```
//!
//! With `?tag` in the address it shows the second way: the tag's element among its own, with `embed.js` from where the page
//! says. That is another WebAssembly, with another Yew in it; neither hears the other.

use std::rc::Rc;

use unstuck::Unstuck;
use unstuck::guide::Guide;
use unstuck::hooks::WidgetHandle;
use unstuck::host::WidgetEvent;
use unstuck_author::{Format, load};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

fn main() {
    yew::Renderer::<Desk>::new().render();
}

/// The desk: a guide, what came of it, and a letter.
#[component]
fn Desk() -> Html {
    // Read once. Where it is no guide, its author can correct it: `unstuck check kettle.md` says how.
    let guide = use_memo((), |()| kettle());
    let told = use_state(Vec::<WidgetEvent>::new);
    let letter = use_state(String::new);
    let around = use_state(|| 0);
    let pressed = use_state(|| [0_u32; 12]);
    let shown = use_state(|| true);
    let theme = use_state(|| "auto");
    let widget = use_mut_ref(|| None::<WidgetHandle>);

    let on_event = {
        // The newest list is asked for when it is needed: two events may come before the next rendering.
        let list = use_mut_ref(Vec::<WidgetEvent>::new);
        let told = told.clone();
        Callback::from(move |event: WidgetEvent| {
            list.borrow_mut().push(event);
            told.set(list.borrow().clone());
        })
    };
    let on_ready = {
        let widget = widget.clone();
        Callback::from(move |ready| {
            widget.replace(Some(ready));
        })
    };
    let attach = {
        let letter = letter.clone();
        move |_| {
            if let Some(widget) = &*widget.borrow() {
                letter.set(widget.report());
            }
        }
    };
    let write = {
        let letter = letter.clone();
        move |event: InputEvent| {
            letter.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        }
    };
    let count = {
        let around = around.clone();
        move |_| around.set(*around + 1)
    };
    let fold = {
        let shown = shown.clone();
        move |_| shown.set(!*shown)
    };
    let darken = {
        let theme = theme.clone();
        move |_| theme.set(if *theme == "dark" { "light" } else { "dark" })
    };
    let devices = (0..pressed.len()).map(|device| {
        let pressed = pressed.clone();
        let press = move |_| {
            let mut now = *pressed;
            now[device] += 1;
            pressed.set(now);
        };
        html! { <button class="device" onclick={press}>{ format!("Kettle {}", device + 1) }</button> }
    });
    let tag = web_sys::window().and_then(|window| window.location().search().ok());
    let tag = tag.is_some_and(|search| search.contains("tag"));

    html! {
        <main>
            // The widget uses these ids too, in a separate tree.
            <h1 id="heading">{ "Help desk" }</h1>
            <p id="before">{ "Which one is it?" }</p>
            <p>{ for devices }</p>
            <p id="pressed">{ pressed.iter().sum::<u32>() }</p>
            <p>
                <button id="fold" onclick={fold}>{ if *shown { "Hide" } else { "Show" } }</button>
                <button id="darken" onclick={darken}>{ "Dark or light" }</button>
                <button id="attach" onclick={attach}>{ "Attach what was tried" }</button>
            </p>
            <section onclick={count}>
                if !*shown {
                } else if tag {
                    <unstuck-guide guide="router"></unstuck-guide>
                } else if let Some(guide) = &*guide {
                    <Unstuck guide={guide.clone()} theme={*theme} {on_event} {on_ready} />
                }
            </section>
            <p id="around">{ *around }</p>
            <p id="told">{ told.last().map(|told| format!("{} {} {}", told.name, told.id, told.value)) }</p>
            <label>{ "Your letter" }<textarea id="letter" oninput={write} value={(*letter).clone()} /></label>
        </main>
    }
}

fn kettle() -> Option<Rc<Guide>> {
    load(Format::Markdown, include_str!("kettle.md"))
        .guide
        .map(Rc::new)
}
