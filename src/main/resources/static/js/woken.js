// The page of somebody who was woken: what is left until the next is called runs down, and the page asks for itself
// again, so that it says who has it by now. Without scripts the time stands there, and the buttons are plain forms.

const between = 20_000;
let loaded = performance.now();
let sending = false;
let asking = false;

addEventListener("submit", () => { sending = true; });
addEventListener("pageshow", event => { if (event.persisted) { sending = false; again(); } });

function words(rest) {
    const two = n => String(n).padStart(2, "0");
    const hours = Math.floor(rest / 3600), minutes = Math.floor(rest / 60) % 60;
    if (rest === 0) return "now";
    return hours > 0 ? `in ${hours}:${two(minutes)}:${two(rest % 60)}` : `in ${minutes}:${two(rest % 60)}`;
}

function tick() {
    const left = document.querySelector("[data-left]");
    const bar = document.querySelector("[data-gone]");
    if (!left || !bar) return;
    const passed = (performance.now() - loaded) / 1000;
    const rest = Math.max(0, Math.ceil(Number(left.dataset.left) - passed));
    if (rest === 0 && left.textContent !== "now") setTimeout(again, 2_000);
    left.textContent = words(rest);
    bar.value = Math.min(bar.max, Number(bar.dataset.gone) + passed);
}

// What lies under the thumb is exchanged only where it says something else: a tap must not be lost.
async function again() {
    if (sending || asking || document.hidden) return;
    asking = true;
    try {
        const answer = await fetch(location.href, { cache: "no-store" });
        if (sending || answer.status >= 500) return;
        takeOver(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch (unreachable) {
        // It stays as it is: the button is worth more than an error of the browser.
    } finally {
        asking = false;
    }
}

function takeOver(fresh) {
    if (sending || !fresh.querySelector("[data-part]")) return;
    for (const part of document.querySelectorAll("[data-part]")) {
        const other = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
        if (!other) { part.remove(); continue; }
        if (part.dataset.says === undefined || part.dataset.says !== other.dataset.says) { part.replaceWith(other); continue; }
        for (const name of ["left", "gone"]) {
            const mine = part.querySelector(`[data-${name}]`), its = other.querySelector(`[data-${name}]`);
            if (mine && its) mine.dataset[name] = its.dataset[name];
        }
    }
    loaded = performance.now();
    tick();
}

setInterval(tick, 1000);
setInterval(again, between);
document.addEventListener("visibilitychange", again);
