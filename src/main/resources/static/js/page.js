// What a page gains with scripts: keys, open menus that close, figures that run, and the live connection.
// Without it every page is whole: links are links and forms are forms.

const outside = target => !target.closest("input, textarea, select, [contenteditable]");

addEventListener("keydown", event => {
    if (event.key === "Escape") closeMenus(null);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        const form = event.target.closest("form[data-quick]");
        if (form) form.requestSubmit();
        return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !outside(event.target)) return;
    const wanted = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!wanted) return;
    event.preventDefault();
    if (wanted.matches("summary")) openMenu(wanted);
    else if (wanted.matches("input, textarea")) wanted.focus();
    else wanted.click();
});

addEventListener("click", event => {
    closeMenus(event.target.closest("details.act-box, details.why"));
});

function openMenu(summary) {
    summary.parentElement.open = true;
    (summary.parentElement.querySelector("input:not([type=hidden]), textarea, select, button") || summary).focus();
}

function closeMenus(kept) {
    for (const menu of document.querySelectorAll("details.act-box[open], details.why[open]")) {
        if (menu !== kept && !menu.contains(kept)) menu.open = false;
    }
}

// A running figure: what was lost when the server said so, and how fast it grows.
let saidAt = performance.now();
let running = true;

function runFigures() {
    if (!running) return;
    const seconds = (performance.now() - saidAt) / 1000;
    for (const figure of document.querySelectorAll("[data-per-second]")) {
        const amount = Number(figure.dataset.amount) + Number(figure.dataset.perSecond) * seconds;
        const text = figure.dataset.sign + Math.floor(amount + 0.5).toLocaleString("en-GB");
        if (figure.textContent !== text) figure.textContent = text;
    }
    for (const figure of document.querySelectorAll("[data-seconds]")) {
        const text = clock(Number(figure.dataset.seconds) + seconds);
        if (figure.textContent !== text) figure.textContent = text;
    }
}

function clock(seconds) {
    const whole = Math.floor(seconds), two = n => String(n).padStart(2, "0");
    const hours = Math.floor(whole / 3600), minutes = Math.floor(whole / 60) % 60;
    return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

setInterval(runFigures, 1000);

// The live connection: the server says that something changed, the page asks for itself again and takes over its parts.
const silence = 25_000;
const grace = 3_000;
const minute = 60_000;
const address = document.body.dataset.live;
if (address) follow(address);

function follow(address) {
    let heard = performance.now(), lastTime = "", lost = 0, connection = null, stale = false, asking = false, again = false;
    let refreshed = performance.now();

    function connect() {
        connection = new EventSource(address);
        connection.addEventListener("changed", () => { alive(); refresh(); });
        connection.addEventListener("alive", event => { lastTime = event.data; alive(); });
        connection.addEventListener("open", () => { lost = 0; alive(); });
        connection.addEventListener("error", () => { lost = lost || performance.now(); });
    }

    function alive() {
        heard = performance.now();
        if (!stale) return;
        stale = false;
        for (const sign of document.querySelectorAll("[data-live-sign]")) {
            sign.classList.remove("stale");
            sign.textContent = "Live";
        }
        refresh();
    }

    function silent() {
        stale = true;
        running = false;
        for (const sign of document.querySelectorAll("[data-live-sign]")) {
            sign.classList.add("stale");
            sign.textContent = "Last heard " + (lastTime || sign.dataset.liveSign);
        }
    }

    async function refresh() {
        if (asking) { again = true; return; }
        asking = true;
        try {
            const answer = await fetch(location.href, { cache: "no-store" });
            if (answer.redirected || answer.status === 401) { location.reload(); return; }
            if (answer.ok) takeOver(new DOMParser().parseFromString(await answer.text(), "text/html"));
        } catch (unreachable) {
            silent();
        } finally {
            refreshed = performance.now();
            asking = false;
            if (again) { again = false; refresh(); }
        }
    }

    setInterval(() => {
        if (lost > 0 && !stale && performance.now() - lost > grace) silent();
        if (performance.now() - heard > silence) {
            if (!stale) silent();
            heard = performance.now() - silence + 5_000;
            connection.close();
            connect();
        } else if (!stale && performance.now() - refreshed > minute) {
            refresh();
        }
    }, 1000);
    addEventListener("offline", silent);
    addEventListener("online", () => { connection.close(); connect(); });
    connect();
}

function takeOver(fresh) {
    for (const part of document.querySelectorAll("[data-part]")) {
        const next = fresh.querySelector(`[data-part="${CSS.escape(part.dataset.part)}"]`);
        if (!next || written(part) || part.contains(document.activeElement) && busy(part)) continue;
        const before = new Set([...part.querySelectorAll("li[data-entry]")].map(entry => entry.dataset.entry));
        const held = part.contains(document.activeElement) ? document.activeElement.dataset.hold : null;
        const opened = [...part.querySelectorAll("details[open][data-hold]")].map(menu => menu.dataset.hold);
        part.replaceWith(next);
        for (const hold of opened) next.querySelector(`details[data-hold="${CSS.escape(hold)}"]`)?.setAttribute("open", "");
        if (held) next.querySelector(`[data-hold="${CSS.escape(held)}"]`)?.focus();
        if (before.size > 0) {
            for (const entry of next.querySelectorAll("li[data-entry]")) {
                if (!before.has(entry.dataset.entry)) entry.classList.add("fresh");
            }
        }
    }
    document.title = fresh.title;
    saidAt = performance.now();
    running = true;
}

// A part in which somebody has begun to give a reason keeps it, wherever the focus is.
function written(part) {
    return [...part.querySelectorAll("[name=reason]")].some(field => field.value !== field.defaultValue);
}

// A part in which somebody is typing or has a menu open stays as it is until they are done.
function busy(part) {
    return document.activeElement.matches("input, textarea, select") || part.querySelector("details.act-box[open]") !== null;
}

// A form that previews: what is typed is asked for a moment later, and the parts that the answer has are taken over.
for (const form of document.querySelectorAll("form[data-preview]")) {
    let waiting = 0, asked = null;
    form.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(preview, 250);
    });

    async function preview() {
        asked?.abort();
        asked = new AbortController();
        const address = form.action + "?" + new URLSearchParams(new FormData(form));
        try {
            const answer = await fetch(address, { signal: asked.signal, cache: "no-store" });
            if (answer.redirected || !answer.ok) return;
            takeOver(new DOMParser().parseFromString(await answer.text(), "text/html"));
            history.replaceState(null, "", address);
        } catch (overtaken) {
            // a later one is on its way, or nobody answers: the button still asks
        }
    }
}

// A field for a name of which there are many: those that fit what is typed are asked for and offered.
for (const field of document.querySelectorAll("input[data-names]")) {
    let waiting = 0;

    async function offer() {
        try {
            const answer = await fetch(field.dataset.names + "&q=" + encodeURIComponent(field.value));
            if (answer.redirected || !answer.ok) return;
            const names = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("option");
            field.list.replaceChildren(...names);
        } catch (unreachable) {
            // the name can still be typed
        }
    }

    field.addEventListener("focus", offer, { once: true });
    field.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(offer, 150);
    });
}

// An address that others are sent: copied, and the button says so.
addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
    button.textContent = "Copied";
});
