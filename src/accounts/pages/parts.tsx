import { encode } from "uqr";
import { LinkButton } from "../../ui/buttons.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Notice } from "../../ui/states.tsx";
import { useT } from "../../ui/text.ts";

/** A QR code as a drawing in the page: no image to fetch, no script, dark on light in every theme. */
export function QrCode({ text, label }: { text: string; label: string }) {
	const { size, data } = encode(text, { ecc: "M", border: 4 });
	const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join("");
	return (
		<svg
			class="qr"
			viewBox={`0 0 ${size} ${size}`}
			width="240"
			height="240"
			role="img"
			aria-label={label}
			shape-rendering="crispEdges"
		>
			<rect width={size} height={size} fill="#fff" />
			<path d={path} fill="#000" />
		</svg>
	);
}

/** The recovery codes, this once: to print or copy. */
export function RecoveryCodes({ codes, next, nextText }: { codes: readonly string[]; next: string; nextText: string }) {
	const t = useT();
	return (
		<>
			<Notice tone="warn" title={t("Deze codes staan hier maar één keer", "These codes are shown only once")}>
				<p>
					{t(
						"Druk deze pagina af of schrijf de codes over. Bewaar ze niet bij de telefoon. Elke code vervangt één keer de code uit de app.",
						"Print this page or copy the codes. Do not keep them with the phone. Each replaces a code from the app once.",
					)}
				</p>
			</Notice>
			<ol class="secret-codes">
				{codes.map((code) => (
					<li>
						<code>{code}</code>
					</li>
				))}
			</ol>
			<div class="actions">
				<LinkButton href={next} look="primary">
					{nextText}
				</LinkButton>
			</div>
		</>
	);
}

/** Where a new password is chosen; pasting and password managers are welcome. */
export function NewPasswordField({ error }: { error?: string | undefined }) {
	const t = useT();
	return (
		<TextField
			name="new_password"
			type="password"
			autocomplete="new-password"
			label={t("Nieuw wachtwoord", "New password")}
			hint={t(
				"Minstens 8 tekens. Een zin van een paar woorden is makkelijk te onthouden.",
				"At least 8 characters. A sentence of a few words is easy to remember.",
			)}
			{...(error && { error })}
		/>
	);
}
