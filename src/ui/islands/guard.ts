const AFTER_CHANGE = 800;

/** Has what is being typed read again, shortly after the last key: the server reads and keeps nothing. */
export function mount(place: HTMLElement): void {
	const { guard: url, guardForm = "", guardFields = "", guardView = "{}" } = place.dataset;
	const form = document.getElementById(guardForm);
	if (!url || !(form instanceof HTMLFormElement)) return;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let asked = 0;
	const read = async () => {
		const mine = ++asked;
		const typed = new FormData(form);
		const body = new URLSearchParams({ view: guardView });
		body.set(
			"text",
			guardFields
				.split(" ")
				.map((name) => String(typed.get(name) ?? ""))
				.join("\n"),
		);
		const csrf = typed.get("csrf");
		if (typeof csrf === "string") body.set("csrf", csrf);
		try {
			const response = await fetch(url, { method: "POST", body, redirect: "manual" });
			// Somebody who is answering a question in it keeps it as it is.
			if (!response.ok || mine !== asked || place.contains(document.activeElement) || place.querySelector("details[open]"))
				return;
			const html = await response.text();
			if (place.innerHTML !== html) place.innerHTML = html;
		} catch {
			// Without a connection the text is read when it is sent.
		}
	};
	const later = () => {
		clearTimeout(timer);
		timer = setTimeout(() => void read(), AFTER_CHANGE);
	};
	form.addEventListener("input", later);
	// What was typed before this came is read as well.
	const boxes = guardFields.split(" ").map((name) => form.elements.namedItem(name));
	if (boxes.some((box) => box instanceof HTMLTextAreaElement && box.value !== box.defaultValue)) later();
	document.addEventListener("turbo:before-render", () => clearTimeout(timer), { once: true });
}
