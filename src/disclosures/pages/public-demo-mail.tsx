import { type CaughtMessage, listMessages, openMessage } from "../../platform/catcher/store.ts";
import { isLoopback } from "../../platform/web/loopback.ts";
import { found, NotFound, type Page, type View, type Visit } from "../../platform/web/page.ts";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Facts, More, Stack } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatMoment, formatShortDate, formatTime } from "../../ui/text.ts";

/** Where this demonstration's mail is caught; anywhere else, or from another machine, there is no such page. */
async function caught({ services, network, direct }: Visit): Promise<string> {
	if (
		services.mode !== "demo" ||
		!services.caughtMail ||
		!direct ||
		!isLoopback(network) ||
		!(await services.agency())?.demonstration
	)
		throw new NotFound();
	return services.caughtMail;
}

async function list(visit: Visit): Promise<View> {
	const { t, lang } = visit;
	const messages = await listMessages(await caught(visit));
	const title = t("Post van de demonstratie", "Mail of the demonstration");
	return {
		title,
		body: (
			<>
				<PageHead
					title={title}
					line={t(
						"Wat Spoor hier mailt, komt in deze bak en nergens anders.",
						"What Spoor mails here arrives in this box and nowhere else.",
					)}
				/>
				<Table
					caption={title}
					captionHidden
					columns={[
						{ key: "subject", label: t("Onderwerp", "Subject") },
						{ key: "to", label: t("Aan", "To") },
						{ key: "attachments", label: t("Bijlagen", "Attachments"), align: "right" },
						{ key: "at", label: t("Ontvangen", "Received") },
					]}
					rows={messages.map((one: CaughtMessage) => ({
						key: one.id,
						cells: {
							subject: <a href={`/demo/post/${one.id}`}>{one.subject || t("(zonder onderwerp)", "(no subject)")}</a>,
							to: one.to.join(", "),
							attachments: String(one.attachments),
							at: `${formatShortDate(one.at, lang)} ${formatTime(one.at, lang)}`,
						},
					}))}
					empty={
						<EmptyState title={t("Er is nog geen post.", "There is no mail yet.")}>
							<p>
								{t(
									"Een rapport vertrekt pas als de tijd om het terug te halen om is; een uitnodiging meteen.",
									"A report leaves when the time to take it back is over; an invitation at once.",
								)}
							</p>
						</EmptyState>
					}
				/>
			</>
		),
	};
}

async function one(visit: Visit): Promise<View> {
	const { t, lang } = visit;
	const message = found(await openMessage(await caught(visit), visit.params.message ?? ""));
	const { mail } = message;
	const title = mail.subject ?? t("(zonder onderwerp)", "(no subject)");
	return {
		title,
		body: (
			<>
				<PageHead above={<a href="/demo/post">{t("Post van de demonstratie", "Mail of the demonstration")}</a>} title={title} />
				<Stack gap={8}>
					<Facts
						facts={[
							{ label: t("Van", "From"), value: mail.from?.text ?? message.from },
							{ label: t("Aan", "To"), value: message.to.join(", ") },
							{ label: t("Ontvangen", "Received"), value: formatMoment(message.at, lang) },
							{
								label: t("Verbinding", "Connection"),
								value: message.tls ? t("versleuteld", "encrypted") : t("niet versleuteld", "not encrypted"),
							},
							...mail.attachments.map((attachment, index) => ({
								label: t("Bijlage", "Attachment"),
								value: (
									<a href={`/demo/post/${message.id}/${index}`} download data-turbo="false">
										{attachment.filename ?? t("zonder naam", "unnamed")}
									</a>
								),
							})),
						]}
					/>
					<Section id="tekst" title={t("Tekst", "Text")}>
						<Lines text={mail.text ?? ""} />
					</Section>
					<More summary={t("Alle kopregels", "All headers")}>
						<pre>{mail.headerLines.map(({ line }) => line).join("\n")}</pre>
					</More>
				</Stack>
				<Notice tone="info">
					{t(
						"Deze bak is er alleen in een demonstratie op deze computer.",
						"This box exists only in a demonstration on this computer.",
					)}
				</Notice>
			</>
		),
	};
}

/** Plain text with its links made clickable where one stands on a line of its own. */
function Lines({ text }: { text: string }) {
	return (
		<div class="prose">
			{text
				.trim()
				.split(/\n{2,}/)
				.map((paragraph) => (
					<p>
						{paragraph.split("\n").map((line, index) => (
							<>
								{index > 0 ? <br /> : null}
								{/^https?:\/\/\S+$/.test(line) ? <a href={line}>{line}</a> : line}
							</>
						))}
					</p>
				))}
		</div>
	);
}

async function attachment(visit: Visit): Promise<Response> {
	const message = found(await openMessage(await caught(visit), visit.params.message ?? ""));
	const part = found(message.mail.attachments[Number(visit.params.part)]);
	const filename = (part.filename ?? "bijlage").replace(/[^\w.-]/g, "_");
	return new Response(new Uint8Array(part.content), {
		headers: {
			"content-type": "application/octet-stream",
			"content-disposition": `attachment; filename="${filename}"`,
			"x-content-type-options": "nosniff",
		},
	});
}

/** The mail that a demonstration caught: the list, one message, its attachments. In anything but a demonstration on this machine: not there. */
export const demoMailPages: readonly Page[] = [
	{ path: "/demo/post", portal: "public", who: "anyone", get: list },
	{ path: "/demo/post/:message", portal: "public", who: "anyone", get: one },
	{ path: "/demo/post/:message/:part", portal: "public", who: "anyone", get: attachment },
];
