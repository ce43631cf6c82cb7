import type { Context } from "hono";
import { withoutMetadata } from "./metadata.ts";
import type { Visit } from "./page.ts";

/** What a form posted: its fields as they were typed, and its files, pictures without what a telephone wrote into them. */
export async function posted(context: Context): Promise<Pick<Visit, "form" | "files">> {
	const form: Record<string, string | string[]> = {};
	const files: Record<string, File> = {};
	for (const [name, value] of Object.entries(await context.req.parseBody({ all: true }))) {
		if (value instanceof File) files[name] = await bare(value);
		else if (Array.isArray(value)) form[name] = value.filter((item) => typeof item === "string");
		else form[name] = value.replaceAll("\r\n", "\n"); // a form posts CRLF whatever was typed
	}
	return { form, files };
}

async function bare(file: File): Promise<File> {
	const { name, type, lastModified } = file;
	return new File([new Uint8Array(withoutMetadata(new Uint8Array(await file.arrayBuffer())))], name, { type, lastModified });
}
