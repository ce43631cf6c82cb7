import type { Editor } from "@tiptap/core";
import { make, say } from "./words.ts";

type Tool = {
	show: string;
	label: string;
	run: (editor: Editor) => void;
	on?: (editor: Editor) => boolean;
	look?: string;
	/** Only while the cursor is in a table. */
	table?: boolean;
	gap?: boolean;
};

function tools(): Tool[] {
	const focused = (editor: Editor) => editor.chain().focus();
	return [
		{
			show: say("Tekst", "Text"),
			label: say("Gewone tekst", "Plain text"),
			run: (e) => focused(e).setParagraph().run(),
			on: (e) => e.isActive("paragraph"),
		},
		{
			show: say("Kop", "Heading"),
			label: say("Kop", "Heading"),
			run: (e) => focused(e).toggleHeading({ level: 2 }).run(),
			on: (e) => e.isActive("heading", { level: 2 }),
		},
		{
			show: say("Tussenkop", "Subheading"),
			label: say("Tussenkop", "Subheading"),
			run: (e) => focused(e).toggleHeading({ level: 3 }).run(),
			on: (e) => e.isActive("heading", { level: 3 }),
		},
		{
			show: say("V", "B"),
			label: say("Vet", "Bold"),
			look: "bar-bold",
			gap: true,
			run: (e) => focused(e).toggleBold().run(),
			on: (e) => e.isActive("bold"),
		},
		{
			show: say("C", "I"),
			label: say("Cursief", "Italic"),
			look: "bar-italic",
			run: (e) => focused(e).toggleItalic().run(),
			on: (e) => e.isActive("italic"),
		},
		{
			show: say("• Lijst", "• List"),
			label: say("• Lijst met punten", "• List with bullets"),
			gap: true,
			run: (e) => focused(e).toggleBulletList().run(),
			on: (e) => e.isActive("bulletList"),
		},
		{
			show: say("1. Lijst", "1. List"),
			label: say("1. Lijst met nummers", "1. List with numbers"),
			run: (e) => focused(e).toggleOrderedList().run(),
			on: (e) => e.isActive("orderedList"),
		},
		{
			show: say("Tabel", "Table"),
			label: say("Tabel invoegen", "Insert table"),
			gap: true,
			run: (e) => focused(e).insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
		},
		...inTable(focused),
	];
}

/** What changes the table in which the cursor stands. */
function inTable(focused: (editor: Editor) => ReturnType<Editor["chain"]>): Tool[] {
	return [
		{
			show: say("Rij erbij", "Add row"),
			label: say("Rij erbij", "Add row"),
			table: true,
			run: (e) => focused(e).addRowAfter().run(),
		},
		{
			show: say("Kolom erbij", "Add column"),
			label: say("Kolom erbij", "Add column"),
			table: true,
			run: (e) => focused(e).addColumnAfter().run(),
		},
		{
			show: say("Rij weg", "Delete row"),
			label: say("Rij weg", "Delete row"),
			table: true,
			run: (e) => focused(e).deleteRow().run(),
		},
		{
			show: say("Kolom weg", "Delete column"),
			label: say("Kolom weg", "Delete column"),
			table: true,
			run: (e) => focused(e).deleteColumn().run(),
		},
		{
			show: say("Tabel weg", "Delete table"),
			label: say("Tabel weg", "Delete table"),
			table: true,
			run: (e) => focused(e).deleteTable().run(),
		},
	];
}

/** The toolbar of an editor: one stop for the Tab key, arrows within it, every button with a name. */
export function toolbar(editor: Editor, controls: string): HTMLElement {
	const bar = make("div", {
		class: "editor-bar",
		role: "toolbar",
		"aria-label": say("Opmaak", "Formatting"),
		"aria-controls": controls,
	});
	const all = tools().map((tool) => ({ tool, button: toolButton(tool, editor) }));
	for (const { tool, button } of all) {
		if (tool.gap) bar.append(make("span", { class: "bar-gap" }));
		bar.append(button);
	}
	const shown = () => all.map(({ button }) => button).filter((button) => !button.hidden);
	const reach = (button: HTMLButtonElement) => {
		for (const other of shown()) other.tabIndex = other === button ? 0 : -1;
	};
	bar.addEventListener("keydown", (event) => {
		const buttons = shown();
		const next = step(event.key, buttons.indexOf(document.activeElement as HTMLButtonElement), buttons.length);
		const button = next === undefined ? undefined : buttons[next];
		if (!button) return;
		event.preventDefault();
		reach(button);
		button.focus();
	});
	const refresh = () => {
		const inTable = editor.isActive("table");
		for (const { tool, button } of all) {
			if (tool.on) button.setAttribute("aria-pressed", String(tool.on(editor)));
			if (tool.table) button.hidden = !inTable;
		}
		const buttons = shown();
		const [first] = buttons;
		if (first && !buttons.some((button) => button.tabIndex === 0)) reach(first);
	};
	for (const { button } of all) button.tabIndex = -1;
	editor.on("transaction", refresh);
	refresh();
	return bar;
}

function toolButton(tool: Tool, editor: Editor): HTMLButtonElement {
	const button = make(
		"button",
		{ type: "button", class: tool.look ?? "", "aria-label": tool.label, title: tool.label },
		make("span", { "aria-hidden": "true" }, tool.show),
	);
	// Pressing keeps the selection in the text.
	button.addEventListener("mousedown", (event) => event.preventDefault());
	button.addEventListener("click", () => tool.run(editor));
	return button;
}

function step(key: string, now: number, count: number): number | undefined {
	if (key === "ArrowRight") return (now + 1) % count;
	if (key === "ArrowLeft") return (now - 1 + count) % count;
	if (key === "Home") return 0;
	if (key === "End") return count - 1;
	return undefined;
}
