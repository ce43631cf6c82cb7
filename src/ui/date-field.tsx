import { describedBy, FieldGroup, type FieldProps } from "./field.tsx";
import { useT } from "./text.ts";

export type DateParts = { day: string; month: string; year: string };

/** A date as day, month and year: three boxes named `<name>_day`, `<name>_month`, `<name>_year`. `value` is `YYYY-MM-DD` or what was typed. */
export function DateField(props: FieldProps & { value?: string | DateParts; birthday?: boolean }) {
	const t = useT();
	const parts = typeof props.value === "string" ? splitDate(props.value) : props.value;
	const boxes = [
		["day", t("Dag", "Day"), 2, "bday-day"],
		["month", t("Maand", "Month"), 2, "bday-month"],
		["year", t("Jaar", "Year"), 4, "bday-year"],
	] as const;
	return (
		<FieldGroup {...props}>
			<div class="date">
				{boxes.map(([part, label, length, autocomplete], index) => {
					const id = index === 0 ? props.name : `${props.name}_${part}`;
					return (
						<div>
							<label for={id}>{label}</label>
							<input
								id={id}
								name={`${props.name}_${part}`}
								class={`digits-${length}`}
								inputmode="numeric"
								maxlength={length}
								autocomplete={props.birthday ? autocomplete : "off"}
								value={parts?.[part] ?? ""}
								aria-describedby={describedBy(props)}
								aria-invalid={props.error ? "true" : undefined}
							/>
						</div>
					);
				})}
			</div>
		</FieldGroup>
	);
}

/** What was typed in the three boxes, for showing it again after an error. */
export function typedDate(fields: Record<string, unknown>, name: string): DateParts {
	const of = (part: string) => String(fields[`${name}_${part}`] ?? "").trim();
	return { day: of("day"), month: of("month"), year: of("year") };
}

/** The three boxes as `YYYY-MM-DD`; empty text when all are empty, undefined when it is no date that exists. */
export function dateFrom(fields: Record<string, unknown>, name: string): string | undefined {
	const { day, month, year } = typedDate(fields, name);
	if (!day && !month && !year) return "";
	if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
	const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

function splitDate(value: string): DateParts {
	const [year = "", month = "", day = ""] = value.slice(0, 10).split("-");
	return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}
