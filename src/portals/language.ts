import { type Page, redirect } from "../platform/web/page.ts";

/** Keeps the chosen language in a cookie and goes back to where one was, on this site only. */
export const languagePage: Page = {
	path: "/taal",
	portal: "public",
	who: "anyone",
	post: ({ form, url }) => {
		const lang = form.lang === "en" ? "en" : "nl";
		const back = new URL(String(form.back ?? "/"), url);
		const to = back.origin === url.origin ? back.pathname + back.search : "/";
		return redirect(to, { "set-cookie": `__Host-spoor-lang=${lang}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000` });
	},
};
