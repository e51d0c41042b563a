package diag

// microRules are about initiatives and micro-interventions: CX478 to CX483.
var microRules = []*Rule{
	{
		Code: StageLate, Severity: Warning, Timed: true,
		Title: say("Spóźniony etap mikrointerwencji", "Opožděná fáze mikrointervence", "A stage of a micro-intervention that is late"),
		Why: say(
			"Mikrointerwencja jest mała, bo jest szybka: problem do 3. dnia, rozwiązanie do 7., wdrożenie do 14., potem 30 dni pomiaru.",
			"Mikrointervence je malá, protože je rychlá: problém do 3. dne, řešení do 7., zavedení do 14., pak 30 dní měření.",
			"A micro-intervention is small because it is quick: the problem by day 3, the solution by day 7, deployed by day 14, then measured for 30 days."),
		Before: "dates: {started: 2026-06-01, identified: 2026-06-03, designed: 2026-06-05, deployed: 2026-06-20}",
		After:  "dates: {started: 2026-06-01, identified: 2026-06-03, designed: 2026-06-05, deployed: 2026-06-12}",
		Messages: texts{
			"": say(
				"etap „{field}” zakończył się w {day}. dniu, a miał najpóźniej w {limit}. dniu",
				"fáze „{field}“ skončila {day}. den, měla nejpozději {limit}. den",
				"the stage \"{field}\" ended on day {day}, not by day {limit}"),
			"due": say(
				"etap „{field}” miał się zakończyć {due}, a nadal trwa",
				"fáze „{field}“ měla skončit {due}, a stále trvá",
				"the stage \"{field}\" was to end on {due} and has not"),
			"measured": say(
				"pomiar skończył się {until}, a wyniku nie ma",
				"měření skončilo {until}, ale výsledek chybí",
				"measuring ended on {until}, but there is no result"),
		},
		Hints: texts{
			"": say(
				"jeżeli dzień jest zły, popraw go; spóźnienia nie ukrywaj, następnym razem weź mniejszy problem",
				"je-li den chybný, opravte ho; zpoždění neskrývejte, příště zvolte menší problém",
				"correct the day if it is wrong; do not hide that it was late, take a smaller problem next time"),
			"due": say(
				"wpisz dzień, w którym etap się zakończył, albo zmień stan na on-hold",
				"napište den, kdy fáze skončila, nebo změňte stav na on-hold",
				"write the day on which it ended, or change the state to on-hold"),
			"measured": say(
				"wpisz wynik w polu measured",
				"napište výsledek do pole measured",
				"write the result in the field measured"),
		},
	},
	{
		Code: UnlikeData, Severity: Warning, Timed: true,
		Title: say("Wpisana wartość inna niż w danych", "Zapsaná hodnota se liší od dat", "A value that the data contradict"),
		Why: say(
			"Efekt liczymy z danych wskaźnika, jeżeli obejmują te dni. Przepisana ręcznie wartość, która się z nimi nie zgadza, jest pomyłką albo dotyczy czego innego.",
			"Výsledek počítáme z dat ukazatele, pokud pokrývají tyto dny. Ručně opsaná hodnota, která s nimi nesouhlasí, je omyl, nebo se týká něčeho jiného.",
			"The effect is computed from the metric's data where they cover these days. A value copied by hand that differs from them is a slip, or is about something else."),
		Before: "measured: {value: 29.0, from: 2026-07-01, to: 2026-09-30}   (and the data say 26.2)",
		After:  "measured: {from: 2026-07-01, to: 2026-09-30}",
		Messages: texts{"": say(
			"wpisano {value}, a dane wskaźnika {metric} z tych dni dają {data}",
			"zapsáno je {value}, ale data ukazatele {metric} z těchto dnů dávají {data}",
			"it says {value}, but the data of {metric} for these days give {data}")},
		Hints: only(
			"usuń value, wtedy liczą się dane, albo popraw dni, część wskaźnika (slice) lub dane",
			"smažte value, pak platí data, nebo opravte dny, část ukazatele (slice) či data",
			"delete value, so that the data count, or correct the days, the slice or the data"),
	},
	{
		Code: TargetAgainst, Severity: Error,
		Title: say("Cel w złą stronę", "Cíl opačným směrem", "A target in the wrong direction"),
		Why: say(
			"Cel mówi, co ma się poprawić. Zły znak sprawia, że pogorszenie wygląda na sukces.",
			"Cíl říká, co se má zlepšit. Kvůli špatnému znaménku vypadá zhoršení jako úspěch.",
			"A target says what is to get better. With the wrong sign a change for the worse looks like a success."),
		Before: "metric: MET-007  # im mniej, tym lepiej\ntarget: {by: 20, as: percent}",
		After:  "metric: MET-007  # im mniej, tym lepiej\ntarget: {by: -20, as: percent}",
		Messages: texts{
			"": say(
				"cel {target} oznacza spadek, a wskaźnik {metric} ma rosnąć",
				"cíl {target} znamená pokles, ale ukazatel {metric} má růst",
				"the target {target} is a fall, but {metric} is to rise"),
			"down": say(
				"cel {target} oznacza wzrost, a wskaźnik {metric} ma spadać",
				"cíl {target} znamená růst, ale ukazatel {metric} má klesat",
				"the target {target} is a rise, but {metric} is to fall"),
			"same": say(
				"cel równa się wartości wyjściowej, więc nic nie ma się zmienić",
				"cíl se rovná výchozí hodnotě, takže se nemá nic změnit",
				"the target is the baseline: nothing is to change"),
		},
		Hints: texts{
			"": say(
				"zmień znak albo wartość celu; sprawdź też pole direction wskaźnika",
				"změňte znaménko nebo hodnotu cíle; ověřte i pole direction ukazatele",
				"change the sign or the value of the target; look at the metric's direction, too"),
			"same": say(
				"wpisz, o ile wskaźnik ma się poprawić",
				"napište, o kolik se má ukazatel zlepšit",
				"write by how much the metric is to improve"),
		},
	},
	{
		Code: WindowsUnlike, Severity: Warning,
		Title: say("Okresy, których nie da się porównać", "Období, která nejde srovnat", "Windows that cannot be compared"),
		Why: say(
			"Efekt jest różnicą między tym, co było przed zmianą, a tym, co po niej. Uczciwie porównuje się okresy równe i rozłączne.",
			"Efekt je rozdíl mezi stavem před změnou a po ní. Poctivě se srovnávají období stejně dlouhá a oddělená.",
			"An effect is the difference between before a change and after it. Only windows of equal length that do not overlap compare fairly."),
		Before: "baseline: {value: 1200, from: 2026-02-01, to: 2026-02-14}\nmeasured: {value: 930, from: 2026-03-13, to: 2026-04-11}",
		After:  "baseline: {value: 1200, from: 2026-01-31, to: 2026-03-01}\nmeasured: {value: 930, from: 2026-03-13, to: 2026-04-11}",
		Messages: texts{
			"": say(
				"okres pomiaru trwa tyle dni: {after}, a okres wyjściowy {before}",
				"období měření trvá tolik dní: {after}, ale výchozí {before}",
				"the measurement covers {after} days, but the baseline {before}"),
			"early": say(
				"pomiar zaczyna się {from}, przed wdrożeniem ({deployed})",
				"měření začíná {from}, před zavedením ({deployed})",
				"the measurement starts on {from}, before deployment on {deployed}"),
			"overlap": say(
				"pomiar zaczyna się {from}, zanim {until} skończy się okres wyjściowy",
				"měření začíná {from}, dříve než {until} skončí výchozí období",
				"the measurement starts on {from}, before the baseline ends on {until}"),
		},
		Hints: only(
			"wybierz dwa równe okresy: jeden sprzed wdrożenia, drugi po nim",
			"zvolte dvě stejně dlouhá období: jedno před zavedením, druhé po něm",
			"choose two windows of equal length, one before deployment and one after it"),
	},
	{
		Code: BeyondTeam, Severity: Warning,
		Title: say("Mikrointerwencja ponad zespołem", "Mikrointervence nad úrovní týmu", "A micro-intervention beyond its team"),
		Why: say(
			"Mikrointerwencję zespół może zrobić sam. Jeśli potrzebuje cudzej decyzji lub pieniędzy, jest inicjatywą i staje na karcie z innymi.",
			"Mikrointervenci zvládne tým sám. Potřebuje-li cizí rozhodnutí nebo peníze, je to iniciativa a řadí se na kartu k ostatním.",
			"A micro-intervention is what a team can do by itself. If it needs somebody else's decision or money, it is an initiative and stands on the card with the others."),
		Before: "kind: micro-intervention\nbudget: it",
		After:  "kind: initiative\nbudget: it",
		Messages: texts{
			"": say(
				"o mikrointerwencji zdecydowała rola {role}, która nie jest na poziomie zespołu",
				"o mikrointervenci rozhodla role {role}, která není na úrovni týmu",
				"{role} decided on this micro-intervention, which is no role of a team"),
			"budget": say(
				"mikrointerwencja potrzebuje pieniędzy spoza zespołu",
				"mikrointervence potřebuje peníze odjinud než z týmu",
				"this micro-intervention needs money that is not the team's"),
		},
		Hints: only(
			"zmień kind na initiative albo zmniejsz poprawkę tak, by zespół mógł ją zrobić sam",
			"změňte kind na initiative, nebo opravu zmenšete tak, aby ji tým zvládl sám",
			"change kind to initiative, or make the fix so small that the team can do it alone"),
	},
	{
		Code: NothingToMeasure, Severity: Warning,
		Title: say("Mikrointerwencja bez miary", "Mikrointervence bez měření", "A micro-intervention that cannot be measured"),
		Why: say(
			"Jeden problem, jedno rozwiązanie, jeden wskaźnik: bez wartości wyjściowej, celu i wyniku nikt nie powie, czy poprawka pomogła.",
			"Jeden problém, jedno řešení, jeden ukazatel: bez výchozí hodnoty, cíle a výsledku nikdo neřekne, zda oprava pomohla.",
			"One problem, one solution, one metric: without a baseline, a target and a result nobody can tell whether the fix helped."),
		Before: "kind: micro-intervention\nstate: deployed",
		After:  "kind: micro-intervention\nstate: deployed\nmetric: MET-007\nbaseline: {value: 1200, from: 2026-01-31, to: 2026-03-01}\ntarget: {by: -20, as: percent}",
		Messages: only(
			"w tym stanie mikrointerwencja powinna mieć pole {field}",
			"v tomto stavu má mít mikrointervence pole {field}",
			"in this state a micro-intervention should have the field {field}"),
		Hints: only(
			"dopisz {field}",
			"doplňte {field}",
			"add {field}"),
	},
	{
		Code: StagesOutOfOrder, Severity: Error,
		Title: say("Etapy w złej kolejności", "Fáze ve špatném pořadí", "Stages in the wrong order"),
		Why: say(
			"Z tych dni liczy się, ile co trwało. Rozwiązanie sprzed problemu to pomyłka w dacie.",
			"Z těchto dnů se počítá, co jak dlouho trvalo. Řešení dřívější než problém je chyba v datu.",
			"How long each stage took is computed from these days. A solution before its problem is a mistake in a date."),
		Before: "dates: {started: 2026-03-02, identified: 2026-02-04}",
		After:  "dates: {started: 2026-03-02, identified: 2026-03-04}",
		Messages: only(
			"etap „{field}” ma dzień {on}, wcześniejszy niż {before} przed nim",
			"fáze „{field}“ má den {on}, dřívější než {before} před ní",
			"the stage \"{field}\" is dated {on}, earlier than {before} before it"),
		Hints: only(
			"popraw jeden z tych dni",
			"opravte jeden z těchto dnů",
			"correct one of the two days"),
		Notes: texts{"before": say("tu jest wcześniejszy etap", "tady je dřívější fáze", "the stage before it stands here")},
	},
}
