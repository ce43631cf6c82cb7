import { numbersIn } from "../document-number.ts";
import { say } from "./words.ts";

const LARGEST = 100 * 1024 * 1024;

/**
 * A form that asks about a file without sending it: the file is hashed here, and only the hash and the document numbers in it
 * go to the server. A file can be dropped on it. Where the browser cannot hash, the form stays the upload that it was.
 */
export function mount(form: HTMLElement): void {
	const input = form.querySelector<HTMLInputElement>("input[type=file]");
	if (!(form instanceof HTMLFormElement) || !input || !globalThis.crypto?.subtle) return;
	for (const part of form.querySelectorAll<HTMLElement>("[data-with-script]")) part.hidden = false;
	for (const part of form.querySelectorAll<HTMLElement>("[data-without-script]")) part.hidden = true;
	form.dataset.checkFile = "ready";
	const status = form.querySelector<HTMLElement>("[data-check-status]");
	const tell = (text: string) => {
		if (status) status.textContent = text;
	};
	form.addEventListener("submit", (event) => {
		const file = input.files?.[0];
		if (!file) return;
		event.preventDefault();
		if (file.size > LARGEST) return tell(say("Dit bestand is te groot om te controleren.", "This file is too large to check."));
		tell(say("Het bestand wordt bekeken…", "Looking at the file…"));
		ask(form, input, file).catch(() =>
			tell(say("Het bestand kan niet worden gelezen. Kies het opnieuw.", "The file cannot be read. Choose it again.")),
		);
	});
	// Back in the browser's history the form is as it was left: with its file shut out.
	addEventListener("pageshow", () => {
		input.disabled = false;
		tell("");
	});
	dropping(form, input);
}

async function ask(form: HTMLFormElement, input: HTMLInputElement, file: File): Promise<void> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	const put = (name: string, value: string) => {
		const field = form.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`);
		if (field) field.value = value;
	};
	put("sha256", [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
	put("numbers", numbersIn(bytes).join(" "));
	input.disabled = true; // a disabled field is not sent
	form.submit();
}

function dropping(form: HTMLFormElement, input: HTMLInputElement): void {
	const zone = form.querySelector<HTMLElement>("[data-drop]");
	if (!zone) return;
	const over = (event: DragEvent, inside: boolean) => {
		event.preventDefault();
		zone.classList.toggle("over", inside);
	};
	// Beside the zone a dropped file would open in the browser, and the page be gone.
	for (const name of ["dragover", "drop"] as const) form.addEventListener(name, (event) => event.preventDefault());
	zone.addEventListener("dragenter", (event) => over(event, true));
	zone.addEventListener("dragover", (event) => over(event, true));
	zone.addEventListener("dragleave", (event) => over(event, zone.contains(event.relatedTarget as Node | null)));
	zone.addEventListener("drop", (event) => {
		over(event, false);
		if (!event.dataTransfer?.files.length) return;
		input.files = event.dataTransfer.files;
		form.requestSubmit();
	});
}
