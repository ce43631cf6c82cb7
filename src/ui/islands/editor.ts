import { Editor } from "@tiptap/core";
import { TableKit } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import { toolbar } from "./editor-bar.ts";
import { toDocument, toMarkdown } from "./markdown.ts";
import { make, say } from "./words.ts";

/** Puts a calm editor over a text box. The text box keeps the text, as Markdown, so that the form posts and saves as before. */
export function mount(element: HTMLElement): void {
	if (!(element instanceof HTMLTextAreaElement)) return;
	const { id } = element;
	const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(id)}"]`);
	const place = make("div", { class: "editor" });
	element.after(place);
	const editor = new Editor({
		element: place,
		injectCSS: false,
		content: toDocument(element.value),
		// Only what is printed: everything else of the kit is off.
		extensions: [
			StarterKit.configure({
				heading: { levels: [2, 3] },
				blockquote: false,
				code: false,
				codeBlock: false,
				dropcursor: false,
				horizontalRule: false,
				link: false,
				strike: false,
				underline: false,
			}),
			TableKit.configure({ table: { resizable: false } }),
		],
		editorProps: {
			attributes: attributes(element, label),
			// What the editor does not hear is the browser's: Tab then goes on to what comes after the text.
			handleDOMEvents: { keydown: (_view, event) => leaves(editor, event) },
		},
		onUpdate: ({ editor: now }) => {
			element.value = toMarkdown(now.getJSON());
			element.dispatchEvent(new Event("input", { bubbles: true }));
		},
	});
	place.prepend(toolbar(editor, id));
	// The editor takes the name of the text box, so that the label and the error summary still lead to it.
	element.id = `${id}-markdown`;
	element.hidden = true;
	label?.addEventListener("click", () => editor.commands.focus());
	element.addEventListener("spoor:replaced", () => editor.commands.setContent(toDocument(element.value), { emitUpdate: false }));
	document.addEventListener("turbo:before-render", () => editor.destroy(), { once: true });
}

/** Whether this key leads out of the text: Tab does, but within a table it goes to the next cell while there is one. */
function leaves(editor: Editor, { key, shiftKey }: KeyboardEvent): boolean {
	if (key !== "Tab") return false;
	return shiftKey ? !editor.can().goToPreviousCell() : !editor.can().goToNextCell();
}

function attributes(element: HTMLTextAreaElement, label: HTMLLabelElement | null): Record<string, string> {
	if (label && !label.id) label.id = `${element.id}-label`;
	const described = element.getAttribute("aria-describedby");
	return {
		id: element.id,
		role: "textbox",
		"aria-multiline": "true",
		...(label ? { "aria-labelledby": label.id } : { "aria-label": say("Tekst", "Text") }),
		...(described ? { "aria-describedby": described } : {}),
		...(element.getAttribute("aria-invalid") ? { "aria-invalid": "true" } : {}),
	};
}
