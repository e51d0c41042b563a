package diag

// forceRules are about law in force and who answers for it: CX412 to CX414.
var forceRules = []*Rule{
	{
		Code: NotInForce, Severity: Warning, Timed: true,
		Title: say("Odwołanie do prawa, które nie obowiązuje", "Odkaz na pravidla, která nejsou účinná", "Reference to law that is not in force"),
		Why: say(
			"Kto przestrzega obowiązującego wpisu, trafia z niego na zasady, których ma nie stosować. Sprawia to sam upływ czasu, więc nie wstrzymuje publikacji.",
			"Kdo se řídí účinným záznamem, dostane se z něj k pravidlům, kterými se řídit nemá. Způsobí to pouhé plynutí času, a proto to nebrání zveřejnění.",
			"Whoever follows law in force is led to rules that are not to be followed. The mere passing of time does this, so it does not block."),
		Before: "policies: [POL-009]   (superseded by POL-004 since 2025-03-01)",
		After:  "policies: [POL-004]",
		Messages: texts{
			"": say(
				"{target} to dopiero projekt",
				"{target} je zatím jen návrh",
				"{target} is only a draft"),
			"coming": say(
				"{target} wchodzi w życie dopiero {date}",
				"{target} nabývá účinnosti až {date}",
				"{target} takes effect only on {date}"),
			"superseded": say(
				"od {date} zamiast {target} obowiązuje {by}",
				"od {date} je místo {target} účinný {by}",
				"since {date} {by} holds in place of {target}"),
			"followed": say(
				"{target} nie obowiązuje od {date}; teraz zamiast tego obowiązuje {by}",
				"{target} není účinný od {date}; teď je místo něj účinný {by}",
				"{target} has not been in force since {date}; now {by} holds in its place"),
			"repealed": say(
				"{target} nie obowiązuje od {date}: uchyla go {by}",
				"{target} není účinný od {date}: ruší ho {by}",
				"{target} has not been in force since {date}: {by} repeals it"),
			"expired": say(
				"{target} nie obowiązuje od {date}",
				"{target} není účinný od {date}",
				"{target} has not been in force since {date}"),
			"over": say(
				"{target} już nie obowiązuje",
				"{target} už není účinný",
				"{target} is no longer in force"),
			"item-coming": say(
				"{target} ma #{item} dopiero od {date}",
				"{target} má #{item} až od {date}",
				"{target} has #{item} only from {date}"),
			"item-over": say(
				"w {target} od {date} nie ma już #{item}",
				"v {target} už od {date} není #{item}",
				"{target} has had no #{item} since {date}"),
			"item": say(
				"w obowiązującej wersji {target} nie ma #{item}",
				"v účinné verzi {target} není #{item}",
				"the version of {target} that is in force has no #{item}"),
		},
		Hints: texts{
			"": say(
				"wskaż wpis, który obowiązuje, albo usuń to odwołanie w nowej wersji",
				"uveďte záznam, který je účinný, nebo odkaz v nové verzi smažte",
				"refer to a record that is in force, or remove the reference in a new version"),
			"coming": say(
				"poczekaj z tym odwołaniem do tego dnia albo wskaż wpis, który obowiązuje",
				"s odkazem do toho dne počkejte, nebo uveďte záznam, který je účinný",
				"wait with the reference until that day, or refer to a record that is in force"),
			"superseded": say(
				"w nowej wersji wskaż {by}",
				"v nové verzi uveďte {by}",
				"refer to {by} in a new version"),
			"followed": say(
				"w nowej wersji wskaż {by}",
				"v nové verzi uveďte {by}",
				"refer to {by} in a new version"),
			"item-coming": say(
				"poczekaj z tym do tego dnia albo wskaż to, co obowiązuje",
				"počkejte s tím do toho dne, nebo uveďte to, co je účinné",
				"wait with it until that day, or refer to what is in force"),
			"exception": say(
				"zakończ odstępstwo (effective_until) albo wskaż zasadę, która obowiązuje",
				"výjimku ukončete (effective_until), nebo uveďte pravidlo, které je účinné",
				"end the exception (effective_until), or name a rule that is in force"),
			"item-over": say(
				"wskaż w nowej wersji to, co obowiązuje, albo usuń odwołanie",
				"v nové verzi uveďte to, co je účinné, nebo odkaz smažte",
				"refer to what is in force in a new version, or remove the reference"),
			"item": say(
				"wskaż w nowej wersji to, co obowiązuje, albo usuń odwołanie",
				"v nové verzi uveďte to, co je účinné, nebo odkaz smažte",
				"refer to what is in force in a new version, or remove the reference"),
		},
	},
	{
		Code: VacantOwner, Severity: Warning, Timed: true,
		Title: say("Właściciel nieobsadzony", "Garant neobsazen", "Vacant owner"),
		Why: say(
			"Za obowiązujący wpis nikt teraz nie odpowiada: nikt go nie przejrzy i nie odpowie na pytania. Zastępca to łagodzi.",
			"Za účinný záznam teď nikdo neodpovídá: nikdo ho nepřezkoumá a neodpoví na dotazy. Zástupce to zmírňuje.",
			"Nobody answers for a record that is in force: nobody will review it or take questions. A deputy softens this."),
		Before: "owner: ROL-008   (vacant: true)",
		After:  "owner: ROL-009",
		Messages: texts{
			"": say(
				"rola właściciela {owner} jest nieobsadzona",
				"role garanta {owner} je neobsazená",
				"the owner's role {owner} is vacant"),
			"deputy": say(
				"rola właściciela {owner} jest nieobsadzona; zastępuje {deputy}",
				"role garanta {owner} je neobsazená; zastupuje {deputy}",
				"the owner's role {owner} is vacant; {deputy} stands in"),
			"both": say(
				"rola właściciela {owner} jest nieobsadzona, a jej zastępca {deputy} też",
				"role garanta {owner} je neobsazená a její zástupce {deputy} také",
				"the owner's role {owner} is vacant, and so is its deputy {deputy}"),
		},
		Hints: texts{
			"": say(
				"obsadź rolę, wskaż w niej zastępcę (deputy) albo zmień właściciela",
				"roli obsaďte, uveďte v ní zástupce (deputy), nebo změňte garanta",
				"fill the role, name a deputy in it, or change the owner"),
			"deputy": say(
				"obsadź rolę, a jeśli to potrwa, zmień właściciela",
				"roli obsaďte, a potrvá-li to, změňte garanta",
				"fill the role, or, if that takes long, change the owner"),
			"both": say(
				"obsadź jedną z tych ról, wskaż innego zastępcę (deputy) albo zmień właściciela",
				"jednu z těch rolí obsaďte, uveďte jiného zástupce (deputy), nebo změňte garanta",
				"fill one of the two roles, name another deputy, or change the owner"),
		},
		Notes: texts{"role": say("tu jest to napisane", "tady to stojí", "it says so here")},
	},
	{
		Code: ApprovedByOwner, Severity: Error,
		Title: say("Właściciel zatwierdza sam", "Garant schvaluje sám", "The owner approves alone"),
		Why: say(
			"Zatwierdza ktoś inny niż ten, kto za wpis odpowiada: cztery oczy widzą więcej. Gremium może zatwierdzać także to, co do niego należy, bo decyduje wspólnie.",
			"Schvaluje někdo jiný než ten, kdo za záznam odpovídá: víc očí víc vidí. Orgán smí schvalovat i to, co mu patří, protože rozhoduje společně.",
			"Approval is for somebody else than whoever answers for the record: four eyes see more. A body may approve what it owns, since it decides together."),
		Before: "owner: ROL-001\napproved_by: ROL-001",
		After:  "owner: ROL-001\napproved_by: ROL-014",
		Messages: only(
			"{owner} zatwierdza wpis, którego jest właścicielem",
			"{owner} schvaluje záznam, jehož je garantem",
			"{owner} approves a record that it owns"),
		Hints: only(
			"wskaż w approved_by inną rolę lub gremium; jeśli {owner} jest gremium, dopisz w tej roli „kind: body”",
			"v approved_by uveďte jinou roli nebo orgán; je-li {owner} orgán, doplňte do této role „kind: body“",
			`name another role or a body in approved_by; if {owner} is a body, add "kind: body" to that role`),
		Notes: texts{"owner": say("właściciel", "garant", "the owner")},
	},
}
