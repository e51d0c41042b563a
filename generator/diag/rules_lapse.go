package diag

// lapseRules are about what people did, or promised, and the day has overtaken:
// CX484 and CX485.
var lapseRules = []*Rule{
	{
		Code: TrainingLapsed, Severity: Warning, Timed: true,
		Title: say("Szkolenie straciło ważność", "Školení přestalo platit", "A training that counts no more"),
		Why: say(
			"Szkolenie wystarcza na pewien czas. Kto go nie powtórzył, nie liczy się już jako przeszkolony, więc wynik spada z samym upływem dni.",
			"Školení vydrží jen nějakou dobu. Kdo je nezopakoval, už se nepočítá jako vyškolený, takže výsledek klesá s pouhým během dní.",
			"A training lasts for a time. Whoever has not repeated it counts as trained no more, so the figure falls as the days pass."),
		Before: "valid_for: P12M\n# completions.csv\nrole,people,completed,on\nROL-005,20,19,2025-09-10",
		After:  "valid_for: P12M\n# completions.csv\nrole,people,completed,on\nROL-005,20,19,2025-09-10\nROL-005,21,20,2026-09-08",
		Messages: only(
			"szkolenie było ważne do {until}; osoby, które mają je powtórzyć: {people}",
			"školení platilo do {until}; lidé, kteří je mají zopakovat: {people}",
			"the training counted until {until}; people who have to repeat it: {people}"),
		Hints: only(
			"przeprowadź szkolenie jeszcze raz i dopisz do pliku danych wiersz z nowym dniem i liczbami",
			"uspořádejte školení znovu a doplňte do datového souboru řádek s novým dnem a počty",
			"hold the training again and add a row with the new day and numbers to the data file"),
	},
	{
		Code: CasesPastLimit, Severity: Warning, Timed: true,
		Title: say("Sprawy po terminie", "Případy po termínu", "Cases past their limit"),
		Why: say(
			"Klientowi obiecano odpowiedź na czas, a on czeka. W średniej tego nie widać, a każdy dzień zwłoki kosztuje zaufanie.",
			"Zákazníkovi slíbili včasnou odpověď a on čeká. V průměru to není vidět a každý den čekání stojí důvěru.",
			"A customer was promised an answer in time, and waits. No average shows it, and each day costs trust."),
		Before: "close_within: P14D\n# cases.csv\nopened,customer_informed\n2026-09-01,",
		After:  "close_within: P14D\n# cases.csv\nopened,customer_informed\n2026-09-01,2026-09-30",
		Messages: only(
			"sprawy po terminie: {cases}; pierwsza miała termin {limit}",
			"případy po termínu: {cases}; první měl termín {limit}",
			"cases past their limit: {cases}; the first was due on {limit}"),
		Hints: only(
			"wróć do tych klientów i wpisz w pliku spraw dni w kolumnach first_contact i customer_informed",
			"vraťte se k těmto zákazníkům a zapište do souboru případů dny do sloupců first_contact a customer_informed",
			"go back to these customers and write the days into first_contact and customer_informed in the file of cases"),
	},
}
