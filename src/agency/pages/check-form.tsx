import type { Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { FileField } from "../../ui/fields.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";

/** Choosing or dropping a PDF. With script only its hash is sent; without, the file itself, which is not kept. */
export function CheckForm({ visit: { t }, errors }: { visit: Visit; errors: Readonly<Record<string, string>> }) {
	return (
		<>
			<ErrorSummary errors={errors} />
			<Form action="/controleer" upload checkFile turbo={false}>
				<input type="hidden" name="sha256" value="" />
				<input type="hidden" name="numbers" value="" />
				<div class="drop" data-drop>
					<FileField
						name="pdf"
						label={t("De PDF die u kreeg", "The PDF that you received")}
						accept="application/pdf,.pdf"
						error={errors.pdf}
						hint={
							<>
								<p hidden data-with-script>
									{t(
										"Kies de PDF, of sleep hem hierheen. Het bestand blijft op uw computer: wij krijgen alleen een code die erbij hoort.",
										"Choose the PDF, or drag it here. The file stays on your computer: we only get a code that belongs to it.",
									)}
								</p>
								<p data-without-script>
									{t(
										"Wij bekijken het bestand en bewaren het niet. Het is hoogstens 12 MB.",
										"We look at the file and do not keep it. At most 12 MB.",
									)}
								</p>
							</>
						}
					/>
				</div>
				<p role="status" data-check-status />
				<Button>{t("Controleer deze PDF", "Check this PDF")}</Button>
			</Form>
		</>
	);
}
