package diag

// yamlRules are about how fields are written down: CX1xx inside the YAML of
// front matter and of the handbook's own files.
var yamlRules = []*Rule{
	{
		Code: BadYAML, Severity: Error,
		Title: say("Pola, których nie da się odczytać", "Pole, která nelze přečíst", "Fields that cannot be read"),
		Why: say(
			"Jeden zły znak w polach sprawia, że cały wpis jest dla podręcznika nieczytelny.",
			"Jediný chybný znak v polích způsobí, že je celý záznam pro příručku nečitelný.",
			"One wrong character among the fields makes the whole record unreadable to the handbook."),
		Before: "title: Complaints: how we answer",
		After:  `title: "Complaints: how we answer"`,
		Messages: texts{
			"": say(
				"tych pól nie da się odczytać: {problem}",
				"tato pole nelze přečíst: {problem}",
				"these fields cannot be read: {problem}"),
			"unclosed-quote": say(
				"cudzysłów, który się tu otwiera, nigdzie się nie zamyka",
				"uvozovka, která se tu otevírá, se nikde nezavírá",
				"the quotation mark that opens here is never closed"),
			"tab": say(
				"odstęp na początku tego wiersza zrobiono tabulatorem",
				"tento řádek je odsazen tabulátorem",
				"this line is indented with a tab"),
			"indent": say(
				"odstęp na początku tego wiersza nie pasuje do sąsiednich pól",
				"odsazení tohoto řádku nesedí s okolními poli",
				"this line is not indented like the fields around it"),
			"colon": say(
				"w tekście bez cudzysłowu stoi dwukropek ze spacją, a to oznacza nowe pole",
				"v textu bez uvozovek je dvojtečka s mezerou, a ta znamená nové pole",
				"a text without quotation marks holds a colon and a space, which start a new field"),
			"key": say(
				"nazwa pola powinna tu być zwykłym słowem",
				"název pole tu má být obyčejné slovo",
				"the name of a field should be a plain word here"),
			"character": say(
				"tekst nie może zaczynać się od znaku {character} bez cudzysłowu",
				"text nemůže začínat znakem {character} bez uvozovek",
				"a text cannot start with {character} unless it is in quotation marks"),
			"list": say(
				"ten element listy nie pasuje do wierszy obok",
				"tato položka seznamu nesedí s okolními řádky",
				"this list item does not fit the lines around it"),
			"bracket": say(
				"nawias, który się tu otwiera, nigdzie się nie zamyka",
				"závorka, která se tu otevírá, se nikde nezavírá",
				"the bracket that opens here is never closed"),
			"after": say(
				"za zamykającym cudzysłowem lub nawiasem stoi jeszcze jakiś tekst",
				"za uzavírací uvozovkou nebo závorkou je ještě nějaký text",
				"more text follows the closing quotation mark or bracket"),
			"no-colon": say(
				"ten wiersz nie jest polem: brakuje w nim dwukropka i spacji",
				"tento řádek není pole: chybí v něm dvojtečka s mezerou",
				"this line is not a field: it has no colon with a space"),
			"no-space": say(
				"po dwukropku brakuje spacji",
				"za dvojtečkou chybí mezera",
				"the space after the colon is missing"),
			"escape": say(
				"w cudzysłowie \"…\" ukośnik \\ ma znaczenie specjalne, a przed tym znakiem nie może stać",
				"v uvozovkách \"…\" má zpětné lomítko \\ zvláštní význam a před tímto znakem stát nesmí",
				"in quotation marks \"…\" a backslash \\ has a meaning of its own and cannot stand before this character"),
			"block": say(
				"po znaku | lub > tekst musi zacząć się w następnym wierszu",
				"za znakem | nebo > musí text začít až na dalším řádku",
				"after | or > the text must start on the next line"),
			"document": say(
				"tu zaczyna się drugi zestaw pól, a plik może mieć tylko jeden",
				"tady začíná druhá sada polí, ale soubor smí mít jen jednu",
				"a second set of fields starts here, and a file has only one"),
		},
		Hints: texts{
			"": say(
				"porównaj ten wiersz z podobnym wpisem, który działa",
				"porovnejte tento řádek s podobným záznamem, který funguje",
				"compare this line with a similar record that works"),
			"unclosed-quote": say(
				"dopisz cudzysłów na końcu tekstu",
				"doplňte uvozovku na konec textu",
				"add the quotation mark at the end of the text"),
			"tab": say(
				"zastąp tabulator spacjami",
				"nahraďte tabulátor mezerami",
				"replace the tab by spaces"),
			"indent": say(
				"pola tego samego poziomu zacznij od tej samej liczby spacji",
				"pole stejné úrovně odsaďte stejným počtem mezer",
				"start fields of the same level with the same number of spaces"),
			"colon": say(
				"ujmij cały tekst w cudzysłów: \"…\"",
				"dejte celý text do uvozovek: \"…\"",
				"put the whole text in quotation marks: \"…\""),
			"key": say(
				"wpisz nazwę, dwukropek, spację i wartość",
				"napište název, dvojtečku, mezeru a hodnotu",
				"write a name, a colon, a space and the value"),
			"character": say(
				"ujmij cały tekst w cudzysłów: \"…\"",
				"dejte celý text do uvozovek: \"…\"",
				"put the whole text in quotation marks: \"…\""),
			"list": say(
				"zacznij każdy element od tej samej liczby spacji, łącznika i spacji",
				"začněte každou položku stejným počtem mezer, spojovníkem a mezerou",
				"start every item with the same number of spaces, a hyphen and a space"),
			"bracket": say(
				"dopisz nawias zamykający; jeśli nawias należy do tekstu, ujmij cały tekst w cudzysłów",
				"doplňte uzavírací závorku; patří-li závorka k textu, dejte celý text do uvozovek",
				"add the closing bracket; if the bracket belongs to a text, put the whole text in quotation marks"),
			"after": say(
				"ujmij całą wartość w jedną parę cudzysłowów \"…\", a w jej środku używaj „…”",
				"dejte celou hodnotu do jedné dvojice uvozovek \"…\" a uvnitř používejte „…“",
				"put the whole value in one pair of quotation marks \"…\", and use “…” inside it"),
			"no-colon": say(
				"wpisz nazwę, dwukropek, spację i wartość; jeśli to dalszy ciąg tekstu z wiersza wyżej, zacznij go od dwóch spacji",
				"napište název, dvojtečku, mezeru a hodnotu; je-li to pokračování textu z řádku výše, začněte ho dvěma mezerami",
				"write a name, a colon, a space and the value; if the text above goes on here, start this line with two spaces"),
			"no-space": say(
				"wstaw spację po dwukropku",
				"vložte za dvojtečku mezeru",
				"put a space after the colon"),
			"escape": say(
				"użyj pojedynczych cudzysłowów '…' albo podwój ukośnik",
				"použijte jednoduché uvozovky '…', nebo lomítko zdvojte",
				"use single quotation marks '…', or write the backslash twice"),
			"block": say(
				"przenieś tekst do następnego wiersza i zacznij go od dwóch spacji albo ujmij go w cudzysłów: \"…\"",
				"přesuňte text na další řádek a začněte ho dvěma mezerami, nebo ho dejte do uvozovek: \"…\"",
				"move the text to the next line and start it with two spaces, or put it in quotation marks: \"…\""),
			"document": say(
				"usuń wiersz --- lub ... nad tymi polami",
				"smažte řádek --- nebo ... nad těmito poli",
				"delete the line of --- or ... above these fields"),
		},
	},
	{
		Code: DuplicateKey, Severity: Error,
		Title: say("To samo pole dwa razy", "Stejné pole dvakrát", "The same field twice"),
		Why: say(
			"Z dwóch wartości liczyłaby się tylko jedna, a nikt by nie zauważył, która.",
			"Ze dvou hodnot by platila jen jedna a nikdo by si nevšiml která.",
			"Only one of the two values would count, and nobody would notice which."),
		Before: "owner: ROL-002\nstatus: draft\nowner: ROL-007",
		After:  "owner: ROL-007\nstatus: draft",
		Messages: only(
			"pole „{key}” jest wpisane dwa razy",
			"pole „{key}“ je uvedeno dvakrát",
			`"{key}" is written twice`),
		Hints: only(
			"zostaw jedno z nich",
			"ponechte jedno z nich",
			"keep one of the two"),
		Notes: texts{"first": say("tu stoi po raz pierwszy", "tady je poprvé", "it first stands here")},
	},
	{
		Code: YAMLFeature, Severity: Error,
		Title: say("Skróty YAML", "Zkratky jazyka YAML", "Shorthands of YAML"),
		Why: say(
			"Skróty pozwalają jednemu wierszowi zmieniać odległe pola. W podręczniku każdy fakt ma stać tam, gdzie się go czyta.",
			"Zkratky dovolují, aby jeden řádek měnil vzdálená pole. V příručce má každý údaj stát tam, kde se čte.",
			"Shorthands let one line change fields far away. In a handbook every fact stands where it is read."),
		Before: "deputy: &deputy ROL-005\nowner: *deputy",
		After:  "deputy: ROL-005\nowner: ROL-005",
		Messages: texts{
			"anchor": say(
				"znak & nadaje tu wartości nazwę, a takich skrótów nie wolno używać",
				"znak & tu dává hodnotě jméno, a takové zkratky nejsou dovoleny",
				"the & gives a name to a value here, and such shorthands are not allowed"),
			"alias": say(
				"znak * powtarza tu wartość z innego miejsca, a takich skrótów nie wolno używać",
				"znak * tu opakuje hodnotu odjinud, a takové zkratky nejsou dovoleny",
				"the * repeats a value from elsewhere, and such shorthands are not allowed"),
			"merge": say(
				"znak << wstawia tu pola z innego miejsca, a takich skrótów nie wolno używać",
				"znak << sem vkládá pole odjinud, a takové zkratky nejsou dovoleny",
				"the << brings in fields from elsewhere, and such shorthands are not allowed"),
			"tag": say(
				"znak ! zmienia tu rodzaj wartości, a takich oznaczeń nie wolno używać",
				"znak ! tu mění druh hodnoty, a takové značky nejsou dovoleny",
				"the ! changes the kind of a value, and such marks are not allowed"),
		},
		Hints: texts{
			"": say(
				"wpisz tę wartość w całości; jeśli to zwykły tekst, ujmij go w cudzysłów",
				"napište hodnotu celou; je-li to běžný text, dejte ho do uvozovek",
				"write the value out in full; if it is plain text, put it in quotation marks"),
			"tag": say(
				"usuń oznaczenie, a tekst ujmij w cudzysłów",
				"značku smažte a text dejte do uvozovek",
				"delete the mark and put the text in quotation marks"),
		},
	},
	{
		Code: UnquotedNumber, Severity: Error,
		Title: say("Liczba, którą można źle odczytać", "Číslo, které lze přečíst špatně", "Number that can be misread"),
		Why: say(
			"Bez cudzysłowu 007 staje się liczbą 7, a numer telefonu traci znak +.",
			"Bez uvozovek se z 007 stane číslo 7 a telefonní číslo přijde o znak +.",
			"Without quotation marks 007 becomes the number 7, and a telephone number loses its +."),
		Before: "phone: +48123456789",
		After:  `phone: "+48123456789"`,
		Messages: only(
			"wartość {value} wygląda jak liczba, ale można ją odczytać na różne sposoby",
			"hodnota {value} vypadá jako číslo, ale lze ji přečíst různě",
			"{value} looks like a number but can be read in more than one way"),
		Hints: only(
			"jeśli to tekst, ujmij go w cudzysłów: \"{value}\"; jeśli liczba, zapisz ją samymi cyframi",
			"je-li to text, dejte ho do uvozovek: \"{value}\"; je-li to číslo, zapište je jen číslicemi",
			"if it is text, quote it: \"{value}\"; if it is a number, write it in plain digits"),
	},
	{
		Code: TooDeep, Severity: Error,
		Title: say("Za głęboko zagnieżdżone pola", "Příliš hluboko vnořená pole", "Fields nested too deeply"),
		Why: say(
			"Żaden wpis nie potrzebuje tylu poziomów; taki plik jest zwykle pomyłką.",
			"Žádný záznam nepotřebuje tolik úrovní; takový soubor bývá omyl.",
			"No record needs so many levels; such a file is usually a mistake."),
		Before: "tags: [[[[[[[[[[…]]]]]]]]]]",
		After:  "tags: [delivery, claims]",
		Messages: only(
			"pola są tu zagnieżdżone głębiej, niż wolno (najwyżej {limit} poziomów)",
			"pole jsou tu vnořena hlouběji, než je dovoleno (nejvýše {limit} úrovní)",
			"fields are nested deeper here than the {limit} levels allowed"),
		Hints: only(
			"usuń zbędne nawiasy lub odstępy",
			"smažte přebytečné závorky nebo odsazení",
			"remove the brackets or indents that are not needed"),
	},
	{
		Code: NotAMapping, Severity: Error,
		Title: say("Nagłówek, który nie składa się z pól", "Hlavička, která není z polí", "Front matter that is not made of fields"),
		Why: say(
			"Z luźnego tekstu nie da się odczytać, co jest numerem wpisu, a co jego tytułem.",
			"Z volného textu nelze poznat, co je číslo záznamu a co jeho název.",
			"From loose text nobody can tell the id of a record from its title."),
		Before: "---\n- POL-002\n- Closing the loop\n---",
		After:  "---\nid: POL-002\ntitle: Closing the loop\n---",
		Messages: only(
			"powinny tu stać pola z wartościami, a stoi coś innego",
			"mají tu být pole s hodnotami, ale je tu něco jiného",
			"fields with values should stand here, but something else does"),
		Hints: only(
			"wpisz każde pole w osobnym wierszu: nazwa, dwukropek, spacja, wartość",
			"napište každé pole na vlastní řádek: název, dvojtečka, mezera, hodnota",
			"write each field on a line of its own: name, colon, space, value"),
	},
}
