import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, TextLayer } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { make, say } from "./words.ts";

const SHARPEST = 2;
const MOST_PAGES = 60;

/** Shows a PDF in the page, page by page, with text that can be read aloud. When that fails the plain link in the markup is still there. */
export function mount(element: HTMLElement): void {
	const url = element.dataset.pdf;
	if (!url) return;
	// A worker from our own address: the content policy allows no other.
	GlobalWorkerOptions.workerSrc = new URL(workerUrl, location.href).href;
	const title = element.dataset.pdfTitle ?? "PDF";
	const pages = make("div", { class: "pdf-pages", role: "document", tabindex: "0", "aria-label": title, "aria-busy": "true" });
	pages.append(make("p", { role: "status" }, say("Het document wordt geopend…", "Opening the document…")));
	element.append(pages);
	show(url, pages).catch(() => {
		pages.remove();
		element.append(
			make(
				"p",
				{ role: "status" },
				say(
					"Het document kan hier niet worden getoond. Open het met de link.",
					"The document cannot be shown here. Open it with the link.",
				),
			),
		);
	});
}

async function show(url: string, pages: HTMLElement): Promise<void> {
	const pdf = await getDocument({ url }).promise;
	const fitting = () => Math.min(pages.clientWidth - 32, 820);
	let drawn = 0;
	const draw = async () => {
		drawn = fitting();
		const parts: HTMLElement[] = [];
		for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) parts.push(await page(pdf, number, drawn));
		const read = pages.scrollTop / pages.scrollHeight;
		pages.replaceChildren(...parts);
		pages.scrollTop = read * pages.scrollHeight;
		pages.removeAttribute("aria-busy");
	};
	await draw();
	// A phone that is turned: the page is made to fit again, and where one was reading stays in sight.
	let turned: ReturnType<typeof setTimeout> | undefined;
	new ResizeObserver(() => {
		clearTimeout(turned);
		turned = setTimeout(() => void (fitting() > 0 && fitting() !== drawn && draw()), 200);
	}).observe(pages);
}

async function page(pdf: PDFDocumentProxy, number: number, width: number): Promise<HTMLElement> {
	const paper = await pdf.getPage(number);
	const scale = width / paper.getViewport({ scale: 1 }).width;
	const viewport = paper.getViewport({ scale });
	const sharp = paper.getViewport({ scale: scale * Math.min(devicePixelRatio || 1, SHARPEST) });
	const canvas = make("canvas", {
		width: String(Math.floor(sharp.width)),
		height: String(Math.floor(sharp.height)),
		"aria-hidden": "true",
	});
	await paper.render({ canvas, viewport: sharp }).promise;
	const text = make("div", { class: "textLayer" });
	const label = say(`Pagina ${number} van ${pdf.numPages}`, `Page ${number} of ${pdf.numPages}`);
	const part = make("section", { class: "pdf-page", "aria-label": label }, canvas, text);
	part.style.width = `${viewport.width}px`;
	part.style.setProperty("--total-scale-factor", String(scale));
	await new TextLayer({ textContentSource: await paper.getTextContent(), container: text, viewport }).render();
	return part;
}
