export type Shape = "dot" | "ring" | "half" | "check" | "cross" | "triangle" | "info" | "lock" | "arrow" | "search";

const paths: Record<Shape, string> = {
	dot: "M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z",
	ring: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 1.8a3.7 3.7 0 1 1 0 7.4 3.7 3.7 0 0 1 0-7.4Z",
	half: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 1.8v7.4a3.7 3.7 0 0 1 0-7.4Z",
	check: "M13.3 4.9 6.6 11.9 2.7 8.3l1.2-1.3 2.6 2.4 5.5-5.7Z",
	cross: "M4.3 3 8 6.7 11.7 3 13 4.3 9.3 8l3.7 3.7-1.3 1.3L8 9.3 4.3 13 3 11.7 6.7 8 3 4.3Z",
	triangle: "M8 2 15 14H1ZM7.2 6.4v3.7h1.6V6.4Zm0 4.7v1.5h1.6v-1.5Z",
	info: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM7.2 4.6h1.6v1.6H7.2Zm0 2.6h1.6v4.2H7.2Z",
	lock: "M5 7V5a3 3 0 0 1 6 0v2h1v7H4V7Zm1.5 0h3V5a1.5 1.5 0 0 0-3 0Z",
	arrow: "M8.7 3 13.7 8l-5 5-1.2-1.2 2.9-3H2.3V7.2h8.1l-2.9-3Z",
	search: "M7 2a5 5 0 1 0 3 9l3.3 3.3 1.2-1.2L11.2 9.8A5 5 0 0 0 7 2Zm0 1.7a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6Z",
};

/** A small shape that stands beside a word and never in its place. */
export function ShapeMark({ shape }: { shape: Shape }) {
	return (
		<svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
			<path d={paths[shape]} fill="currentColor" fill-rule="evenodd" />
		</svg>
	);
}
