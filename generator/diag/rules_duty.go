package diag

// dutyRules are about who does what and by when: CX40x.
var dutyRules = []*Rule{
	{
		Code: LateStep, Severity: Error,
		Title: say("Krok kończy się po terminie obowiązku", "Krok končí po lhůtě povinnosti", "A step ends after the time limit of its duty"),
		Why: say(
			"Polityka obiecuje termin, a procedura, która ją wykonuje, nie pozwala go dotrzymać.",
			"Směrnice slibuje lhůtu a postup, který ji plní, ji dodržet nedovolí.",
			"The policy promises a time limit that the procedure which carries it out cannot keep."),
		Before: "# POL-004, duties: deadline: P7D\nsteps:\n  - {key: judge, within: P5D}\n  - {key: answer, after: [judge], within: P3D, carries_out: [\"POL-004#answer\"]}",
		After:  "# POL-004, duties: deadline: P7D\nsteps:\n  - {key: judge, within: P5D}\n  - {key: answer, after: [judge], within: P2D, carries_out: [\"POL-004#answer\"]}",
		Messages: only(
			"ten krok wraz z poprzednimi zajmuje {finish}, a {target} obiecuje {limit}",
			"tento krok i s předchozími zabere {finish}, ale {target} slibuje {limit}",
			"this step ends {finish} after the start, but {target} promises {limit}"),
		Hints: only(
			"skróć jeden z kroków na tej drodze: {path}; albo w nowej wersji polityki wydłuż termin",
			"zkraťte některý z kroků na této cestě: {path}; nebo v nové verzi směrnice lhůtu prodlužte",
			"shorten one of the steps on this path: {path}; or allow more time in a new version of the policy"),
		Notes: texts{"deadline": say("tu jest ten termin", "tady je ta lhůta", "the time limit stands here")},
	},
	{
		Code: LimitOverLaw, Severity: Error,
		Title: say("Termin dłuższy niż ustawowy", "Lhůta delší než zákonná", "A time limit longer than the law's"),
		Why: say(
			"Własny termin może być krótszy niż ustawowy, nigdy dłuższy.",
			"Vlastní lhůta smí být kratší než zákonná, nikdy delší.",
			"The house may promise less time than the law allows, never more."),
		Before: "deadline: P21D\nlegal_basis:\n  - {key: pl, jurisdiction: PL, act: Ustawa, limit: P14D}",
		After:  "deadline: P7D\nlegal_basis:\n  - {key: pl, jurisdiction: PL, act: Ustawa, limit: P14D}",
		Messages: texts{
			"": say(
				"termin wynosi {own}, a prawo daje {limit}",
				"lhůta je {own}, ale zákon dává {limit}",
				"the time limit of {own} is longer than the law's, {limit}"),
			"step": say(
				"ten krok wraz z poprzednimi zajmuje {own}, a prawo daje {limit}",
				"tento krok i s předchozími zabere {own}, ale zákon dává {limit}",
				"this step ends {own} after the start, but the law sets {limit}"),
		},
		Hints: texts{
			"": say(
				"skróć termin; jeśli to prawo się zmieniło, popraw termin ustawowy",
				"zkraťte lhůtu; pokud se změnil zákon, opravte zákonnou lhůtu",
				"shorten the time limit; if the law has changed, correct the legal one"),
			"step": say(
				"skróć ten krok albo kroki przed nim; jeśli to prawo się zmieniło, popraw termin ustawowy",
				"zkraťte tento krok nebo kroky před ním; pokud se změnil zákon, opravte zákonnou lhůtu",
				"shorten this step or those before it; if the law has changed, correct the legal time limit"),
		},
		Notes: texts{"law": say("tu jest termin ustawowy", "tady je zákonná lhůta", "the law's time limit stands here")},
	},
}
