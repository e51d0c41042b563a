package diag

// paragraphRules are about the numbered paragraphs of policies: CX33x. The
// sign § is followed by a no-break space, as in print.
var paragraphRules = []*Rule{
	{
		Code: ParagraphOrder, Severity: Error,
		Title: say("Kolejność paragrafów", "Pořadí paragrafů", "Order of paragraphs"),
		Why: say(
			"Ludzie powołują się na numery paragrafów i szukają ich po kolei.",
			"Lidé se na čísla paragrafů odvolávají a hledají je popořadě.",
			"People cite paragraphs by number and look for them in order."),
		Before: "## § 1 Zakres\n## § 3 Odpowiedź\n## § 2 Terminy",
		After:  "## § 1 Zakres\n## § 2 Terminy\n## § 3 Odpowiedź",
		Messages: only(
			"§\u00a0{number} stoi po §\u00a0{previous}",
			"§\u00a0{number} stojí až za §\u00a0{previous}",
			"§\u00a0{number} comes after §\u00a0{previous}"),
		Hints: only(
			"przestaw paragrafy; nowy paragraf w środku dostaje literę, na przykład §\u00a03a",
			"paragrafy seřaďte; nový paragraf uprostřed dostane písmeno, například §\u00a03a",
			"put the paragraphs in order; a new one in between takes a letter, such as §\u00a03a"),
	},
	{
		Code: ParagraphTwice, Severity: Error,
		Title: say("Ten sam numer paragrafu dwa razy", "Stejné číslo paragrafu dvakrát", "The same paragraph number twice"),
		Why: say(
			"Powołanie na ten numer mogłoby oznaczać dwie różne zasady.",
			"Odvolání na toto číslo by mohlo znamenat dvě různá pravidla.",
			"A citation of this number could mean two different rules."),
		Before: "## § 3 Odpowiedź\n## § 3 Terminy",
		After:  "## § 3 Odpowiedź\n## § 4 Terminy",
		Messages: only(
			"§\u00a0{number} występuje dwa razy",
			"§\u00a0{number} je uveden dvakrát",
			"§\u00a0{number} stands twice"),
		Hints: only(
			"nadaj jednemu z nich inny numer",
			"dejte jednomu z nich jiné číslo",
			"give one of them another number"),
		Notes: texts{"first": say("tu stoi po raz pierwszy", "tady je poprvé", "it first stands here")},
	},
	{
		Code: ParagraphMoved, Severity: Error,
		Title: say("Numer przeniesiony na inny paragraf", "Číslo přenesené na jiný paragraf", "Number moved to another paragraph"),
		Why: say(
			"Numery są stałe od pierwszej obowiązującej wersji, bo stoją w pismach do klientów i w innych dokumentach.",
			"Čísla jsou pevná od první účinné verze, protože jsou v dopisech zákazníkům a v jiných dokumentech.",
			"Numbers are fixed from the first version in force, because letters to customers and other documents cite them."),
		Before: "v1: ## § 3 Odpowiedź\nv2: ## § 3 Terminy\n    ## § 4 Odpowiedź",
		After:  "v2: ## § 2a Terminy\n    ## § 3 Odpowiedź",
		Messages: only(
			"§\u00a0{number} „{title}” w poprzedniej wersji był paragrafem „{before}”",
			"§\u00a0{number} „{title}“ byl v předchozí verzi paragrafem „{before}“",
			"§\u00a0{number} \"{title}\" was the paragraph \"{before}\" in the version before"),
		Hints: only(
			"zostaw numer dawnemu paragrafowi, a nowemu daj numer z literą, na przykład §\u00a03a",
			"ponechte číslo dřívějšímu paragrafu a novému dejte číslo s písmenem, například §\u00a03a",
			"leave the number to the old paragraph and give the new one a letter, such as §\u00a03a"),
		Notes: texts{"before": say("tak było w poprzedniej wersji", "tak to bylo v předchozí verzi", "as it was in the version before")},
	},
	{
		Code: ParagraphMissing, Severity: Error,
		Title: say("Nagłówek bez numeru paragrafu", "Nadpis bez čísla paragrafu", "Heading without a paragraph number"),
		Why: say(
			"Na paragraf bez numeru nie można się powołać.",
			"Na paragraf bez čísla se nedá odvolat.",
			"A paragraph without a number cannot be cited."),
		Before: "## Terminy",
		After:  "## § 4 Terminy",
		Messages: only(
			"nagłówek „{title}” nie ma numeru paragrafu",
			"nadpis „{title}“ nemá číslo paragrafu",
			`the heading "{title}" has no paragraph number`),
		Hints: only(
			"dopisz na początku znak § i numer, na przykład „## § 4 {title}”",
			"doplňte na začátek znak § a číslo, například „## § 4 {title}“",
			"start it with § and a number, such as \"## § 4 {title}\""),
	},
	{
		Code: ParagraphRemoved, Severity: Error,
		Title: say("Paragraf usunięty bez śladu", "Paragraf odstraněný beze stopy", "Paragraph removed without a trace"),
		Why: say(
			"Kto szuka uchylonego paragrafu, ma się dowiedzieć, że go uchylono, a nie zastanawiać się, czy coś zginęło.",
			"Kdo hledá zrušený paragraf, má se dozvědět, že byl zrušen, a ne přemýšlet, zda se něco neztratilo.",
			"Whoever looks for a repealed paragraph should learn that it was repealed, and not wonder what got lost."),
		Before: "v1: § 1, § 2, § 3\nv2: § 1, § 3",
		After:  "v2: § 1\n    ## § 2 (uchylony)\n    § 3",
		Messages: only(
			"w tej wersji nie ma już §\u00a0{number}, który był w poprzedniej",
			"v této verzi už není §\u00a0{number}, který byl v předchozí",
			"§\u00a0{number} of the version before is gone"),
		Hints: only(
			"zostaw po nim nagłówek „## § {number} (uchylony)”",
			"ponechte po něm nadpis „## § {number} (zrušen)“",
			"leave its heading in place: \"## § {number} (repealed)\""),
		Notes: texts{"before": say("tak było w poprzedniej wersji", "tak to bylo v předchozí verzi", "as it was in the version before")},
	},
}
