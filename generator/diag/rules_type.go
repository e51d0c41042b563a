package diag

// typeRules are about a handbook's own record types: the schema files beside
// its content, part of CX2xx.
var typeRules = []*Rule{
	{
		Code: BadSchema, Severity: Error,
		Title: say("Błędny schemat własnego rodzaju wpisów", "Chybné schéma vlastního druhu záznamů", "Faulty schema of a handbook's own type"),
		Why: say(
			"Słowo, którego program nie zna, nie sprawdza niczego; literówka w schemacie po cichu wyłącza regułę.",
			"Slovo, které program nezná, nic nekontroluje; překlep ve schématu pravidlo potichu vypne.",
			"A word that the program does not know checks nothing; a slip in a schema switches a rule off in silence."),
		Before: `{"x-record": {"type": "audit"}, "propertys": {}}`,
		After:  `{"x-record": {"type": "audit"}, "properties": {}}`,
		Messages: texts{
			"": say(
				"tego schematu nie da się użyć: {problem}",
				"toto schéma nelze použít: {problem}",
				"this schema cannot be used: {problem}"),
			"json": say(
				"ten plik nie jest poprawnym JSON-em",
				"tento soubor není platný JSON",
				"this file is not valid JSON"),
			"keyword": say(
				"schemat zawiera nieznane słowo „{keyword}”",
				"schéma obsahuje neznámé slovo „{keyword}“",
				`the schema holds the unknown word "{keyword}"`),
			"clash": say(
				"ten sam rodzaj, folder lub przedrostek zajmuje już {with}",
				"stejný druh, složku nebo předponu už používá {with}",
				"the same type, folder or prefix is already taken by {with}"),
			"value": say(
				"słowo „{keyword}” ma tu wartość, której nie może mieć",
				"slovo „{keyword}“ tu má hodnotu, kterou mít nesmí",
				`"{keyword}" has a value here that it cannot have`),
			"missing": say(
				"w schemacie brakuje „{part}”",
				"ve schématu chybí „{part}“",
				`the schema lacks "{part}"`),
			"name": say(
				"plik z tym rodzajem wpisów musi się nazywać {name}",
				"soubor s tímto druhem záznamů se musí jmenovat {name}",
				"the file of this type must be called {name}"),
			"field": say(
				"nie ma pola „{field}”, o którym tu mowa",
				"pole „{field}“, o kterém je tu řeč, neexistuje",
				`there is no field "{field}", which this speaks of`),
			"target": say(
				"nie ma rodzaju wpisów „{target}”",
				"druh záznamů „{target}“ neexistuje",
				`there is no type of records "{target}"`),
			"ref": say(
				"odwołanie „{target}” prowadzi donikąd",
				"odkaz „{target}“ nikam nevede",
				`the reference "{target}" leads nowhere`),
			"lacks": say(
				"w tym schemacie brakuje „{target}”, z którego korzysta {file}",
				"v tomto schématu chybí „{target}“, které používá {file}",
				`this schema lacks "{target}", which {file} uses`),
			"loop": say(
				"schemat {target} odwołuje się w kółko do samego siebie",
				"schéma {target} odkazuje v kruhu samo na sebe",
				"the schema {target} refers to itself in a circle"),
		},
		Hints: texts{
			"": say(
				"porównaj go ze schematem, który działa, na przykład „cxbook schema policy”",
				"porovnejte ho se schématem, které funguje, například „cxbook schema policy“",
				`compare it with a schema that works, such as "cxbook schema policy"`),
			"json": say(
				"sprawdź przecinki, nawiasy i cudzysłowy w tym miejscu",
				"zkontrolujte na tomto místě čárky, závorky a uvozovky",
				"check the commas, brackets and quotation marks around this place"),
			"keyword": say(
				"usuń je albo popraw jego pisownię",
				"smažte ho, nebo opravte jeho zápis",
				"remove it or correct its spelling"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
			"clash": say(
				"wybierz inną nazwę rodzaju, folderu i przedrostka",
				"zvolte jiný název druhu, složky a předpony",
				"choose another type, folder and prefix"),
		},
	},
}
