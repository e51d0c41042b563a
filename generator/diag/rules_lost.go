package diag

// lostRules are about words that an author wrote and no reader would see, or
// not as they were meant: CX518 and CX519.
var lostRules = []*Rule{
	{
		Code: LostCells, Severity: Warning,
		Title: say("Za dużo komórek w wierszu tabeli", "Příliš mnoho buněk v řádku tabulky", "Too many cells in a table's row"),
		Why: say(
			"Komórki, dla których nie ma kolumny, nie trafiają na stronę. Autor powinien o tym wiedzieć.",
			"Buňky, pro které není sloupec, se na stránku nedostanou. Autor o tom má vědět.",
			"Cells without a column do not get onto the page. The author should know."),
		Before: "| A | B |\n| --- | --- |\n| 1 | 2 | 3 |",
		After:  "| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |",
		Messages: only(
			"komórek w wierszu: {cells}, kolumn w tabeli: {columns}; reszta nie zostanie opublikowana",
			"buněk v řádku: {cells}, sloupců v tabulce: {columns}; zbytek se nezveřejní",
			"this row has {cells} cells and the table {columns} columns; the rest is not published"),
		Hints: only(
			"dodaj kolumnę w nagłówku i pod nim; kreskę, która ma być w tekście, zapisz \\|",
			"přidejte sloupec do hlavičky a pod ni; svislítko, které patří do textu, zapište \\|",
			"add a column to the head and below it; write a bar that belongs to the text as \\|"),
	},
	{
		Code: UnknownAlert, Severity: Warning,
		Title: say("Nieznany rodzaj ramki", "Neznámý druh rámečku", "Unknown kind of alert"),
		Why: say(
			"Cytat, który zaczyna się jak ramka z uwagą, a nią nie jest, zostaje zwykłym cytatem z dziwnym słowem na początku.",
			"Citát, který začíná jako rámeček s upozorněním, ale není jím, zůstane obyčejným citátem s podivným slovem na začátku.",
			"A quote that begins like an alert and is none stays a plain quote with an odd word in front."),
		Before: "> [!INFO]\n> Text.",
		After:  "> [!NOTE]\n> Text.",
		Messages: only(
			"{alert} nie otwiera ramki",
			"{alert} neotvírá rámeček",
			"{alert} opens no alert"),
		Hints: only(
			"użyj [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] albo [!CAUTION] w osobnym wierszu",
			"použijte [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] nebo [!CAUTION] na samostatném řádku",
			"use [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION] on a line of its own"),
	},
}
