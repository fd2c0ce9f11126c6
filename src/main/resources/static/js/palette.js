// The search over any page, and the keys that go from page to page. Without it the search is a form and a page,
// and every place is a link.

const typing = target => target.closest?.("input, textarea, select, [contenteditable]");
const pause = 120;
const places = { h: "/", s: "/services", o: "/on-call", i: "/incidents", m: "/operating-models" };

let dialog = null, field = null, list = null, timer = 0, asking = null, shown = null;

function make() {
    dialog = document.createElement("dialog");
    dialog.className = "palette";
    dialog.setAttribute("aria-label", "Search");
    dialog.innerHTML = `<input class="typed" type="search" role="combobox" aria-label="Search" aria-expanded="true"
        aria-controls="palette-list" aria-autocomplete="list" autocomplete="off" spellcheck="false" maxlength="2000"
        placeholder="A name, an address, an alert’s labels"><div role="listbox" id="palette-list" aria-label="Found" tabindex="-1"></div>
        <p class="hints"><span><kbd>↑</kbd> <kbd>↓</kbd> choose</span> <span><kbd>Enter</kbd> open</span> <span><kbd>Esc</kbd> close</span> <span><kbd>?</kbd> all keys</span></p>`;
    document.body.append(dialog);
    field = dialog.querySelector(".typed");
    list = dialog.querySelector("[role=listbox]");
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, pause); });
    field.addEventListener("keydown", steer);
    list.addEventListener("click", event => {
        const option = event.target.closest("a[role=option]");
        if (option?.dataset.themeIs) { event.preventDefault(); choose(option); }
    });
    dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
}

function open(start) {
    if (!dialog) make();
    if (dialog.open) return;
    field.value = start;
    shown = null;
    dialog.showModal();
    field.focus();
    ask();
}

async function ask() {
    const text = field.value;
    asking?.abort();
    asking = new AbortController();
    try {
        const answer = await fetch("/search/palette?q=" + encodeURIComponent(text), { signal: asking.signal });
        if (answer.redirected) { location.reload(); return; }
        if (!answer.ok || text !== field.value) return;
        list.innerHTML = await answer.text();
        shown = text;
        select(options()[0]);
    } catch (late) {
        if (late.name !== "AbortError") list.textContent = "Holdfast cannot be reached now.";
    }
}

function options() {
    return [...list.querySelectorAll("a[role=option]")];
}

function select(option) {
    for (const other of options()) other.setAttribute("aria-selected", String(other === option));
    if (option) {
        field.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
    } else {
        field.removeAttribute("aria-activedescendant");
    }
}

function steer(event) {
    if (event.isComposing) return;
    const all = options(), at = all.findIndex(option => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown") select(all[(at + 1) % all.length]);
    else if (event.key === "ArrowUp") select(all[(at - 1 + all.length) % all.length]);
    else if (event.key === "Enter") enter(all[at]);
    else return;
    event.preventDefault();
}

// What is chosen is only meant where it belongs to what stands in the field by now.
function enter(option) {
    if (option && shown === field.value) choose(option);
    else location.assign("/search?q=" + encodeURIComponent(field.value));
}

function choose(option) {
    if (!option.dataset.themeIs) { option.click(); return; }
    const form = document.createElement("form");
    form.method = "post";
    form.action = "/account/theme";
    const token = document.querySelector("input[name=_csrf]");
    const here = location.pathname + location.search;
    for (const [name, value] of [["_csrf", token?.value ?? ""], ["is", option.dataset.themeIs], ["next", here]]) {
        const input = document.createElement("input");
        input.type = "hidden";
        input.name = name;
        input.value = value;
        form.append(input);
    }
    document.body.append(form);
    form.submit();
}

async function keys() {
    const answer = await fetch("/keys");
    if (!answer.ok || answer.redirected) { location.assign("/keys"); return; }
    const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#keys");
    const help = document.createElement("dialog");
    help.className = "palette";
    help.setAttribute("aria-label", "Keys");
    part.removeAttribute("id");
    part.tabIndex = 0;
    help.append(part);
    help.addEventListener("close", () => help.remove());
    help.addEventListener("click", event => { if (event.target === help) help.close(); });
    document.body.append(help);
    help.showModal();
}

function row(step) {
    const rows = [...document.querySelectorAll("main tbody tr, main .rows > li")]
        .map(line => line.querySelector("a[href], button, summary"))
        .filter(link => link && link.offsetParent !== null);
    if (rows.length === 0) return false;
    const here = document.activeElement?.closest("tbody tr, .rows > li");
    const at = rows.findIndex(link => here && here.contains(link));
    rows[Math.min(Math.max(at < 0 ? 0 : at + step, 0), rows.length - 1)].focus();
    return true;
}

let went = -Infinity;

addEventListener("keydown", event => {
    const held = event.ctrlKey || event.metaKey;
    if (held && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") { taken(event); open(""); return; }
    if (held || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    const going = performance.now() - went < 1500;
    went = -Infinity;
    if (going && places[event.key]) { taken(event); location.assign(places[event.key]); }
    else if (event.key === "g") { taken(event); went = performance.now(); }
    else if (event.key === "/") { taken(event); open(""); }
    else if (event.key === "?") { taken(event); keys(); }
    else if ((event.key === "j" || event.key === "k") && row(event.key === "j" ? 1 : -1)) taken(event);
}, true);

// A key that means something to the frame means nothing else on the page.
function taken(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
}

// Parts of a page are exchanged while it lives, so the ways to the search are listened to from above.
const way = event => event.target.closest?.("[data-palette]");
addEventListener("mousedown", event => { if (way(event)?.matches("input")) { event.preventDefault(); open(""); } });
addEventListener("click", event => { if (way(event)?.matches("a")) { event.preventDefault(); open(""); } });
addEventListener("input", event => {
    const input = way(event);
    if (!input) return;
    const start = input.value;
    input.value = "";
    open(start);
});
