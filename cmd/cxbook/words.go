package main

import "github.com/cxbook/cxbook/generator/diag"

// words are a note to the person at the terminal, for fmt.
type words = diag.Text

var (
	noteElsewhere = words{
		PL: "pokazano tylko wybrane pliki; poza nimi: błędy %d, ostrzeżenia %d",
		CS: "zobrazeny jsou jen vybrané soubory; mimo ně: chyby %d, upozornění %d",
		EN: "only the chosen files are shown; elsewhere: errors %d, warnings %d",
	}
	noteNoSuchFile = words{
		PL: "nie ma pliku ani folderu %s: sprawdź jego nazwę i miejsce",
		CS: "soubor ani složka %s neexistuje: zkontrolujte název a umístění",
		EN: "there is no file or folder %s: check its name and place",
	}
	noteNotPublished = words{
		PL: "nic nie opublikowano, poprzednia strona zostaje bez zmian: popraw błędy i uruchom ponownie",
		CS: "nic nebylo zveřejněno, předchozí web zůstává beze změny: opravte chyby a spusťte znovu",
		EN: "nothing was published and the last site is as it was: mend the errors and run again",
	}
	notePublished = words{
		PL: "opublikowano w %s: pliki %d, w tym nowe lub zmienione %d",
		CS: "zveřejněno v %s: soubory %d, z toho nové nebo změněné %d",
		EN: "published to %s: files %d, of which new or changed %d",
	}
	noteCurrent = words{
		PL: "%s: nic się nie zmieniło od ostatniej publikacji",
		CS: "%s: od posledního zveřejnění se nic nezměnilo",
		EN: "%s: nothing has changed since it was published",
	}
	noteAll = words{
		PL: "sprawdzam zawsze wszystkie wpisy, także te dla innych odbiorców",
		CS: "kontrolují se vždy všechny záznamy, i ty pro jiné čtenáře",
		EN: "all records are judged, those for other readers, too",
	}
	noteErrorsBefore = words{
		PL: "w %s podręcznik miał błędy (%d): porównano to, co dało się odczytać",
		CS: "v %s měla příručka chyby (%d): porovnáno je to, co šlo přečíst",
		EN: "at %s the handbook had errors (%d): what could be read is compared",
	}
	noteErrorsNow = words{
		PL: "podręcznik ma błędy (%d): porównano to, co dało się odczytać; uruchom cxbook check",
		CS: "příručka má chyby (%d): porovnáno je to, co šlo přečíst; spusťte cxbook check",
		EN: "the handbook has errors (%d): what can be read is compared; run cxbook check",
	}
	noteDueErrors = words{
		PL: "podręcznik ma błędy (%d), więc na liście może czegoś brakować: uruchom cxbook check",
		CS: "příručka má chyby (%d), proto v seznamu může něco chybět: spusťte cxbook check",
		EN: "the handbook has errors (%d), so something may be missing here: run cxbook check",
	}
	noteForSome = words{
		PL: "są tu wpisy tylko dla niektórych odbiorców (w nawiasach kwadratowych): uważaj, komu to pokazujesz",
		CS: "jsou tu záznamy jen pro některé čtenáře (v hranatých závorkách): dejte pozor, komu to ukážete",
		EN: "some records here are for some readers only (in square brackets): mind whom you show this to",
	}
	noteNoBase = words{
		PL: "nie wiadomo, pod jakim adresem stanie strona, więc nie ma mapy strony ani adresów kanonicznych: podaj --base-url albo base_url w handbook.yaml",
		CS: "není známo, na jaké adrese web bude, takže nemá mapu stránek ani kanonické adresy: zadejte --base-url nebo base_url v handbook.yaml",
		EN: "nobody said where the site will stand, so it has no sitemap and no canonical links: give --base-url, or base_url in handbook.yaml",
	}
	noteInSteps = words{
		PL: "ten system plików nie potrafi zamienić folderów w jednym kroku: zrobiono to w dwóch; przerwane, dokończy następne uruchomienie",
		CS: "tento souborový systém neumí vyměnit složky v jednom kroku: proběhlo to ve dvou; přerušené dokončí příští spuštění",
		EN: "this file system cannot exchange folders in one step: it took two; if interrupted, the next run completes it",
	}
	noteServing = words{
		PL: "Ctrl+C kończy",
		CS: "Ctrl+C ukončí",
		EN: "Ctrl+C stops it",
	}
	noteNotServed = words{
		PL: "są błędy, więc ostatnia dobra strona zostaje: popraw je, a zmiana pokaże się sama",
		CS: "jsou tu chyby, proto zůstává poslední dobrý web: opravte je a změna se ukáže sama",
		EN: "there are errors, so the last good site stays up: mend them and the change shows by itself",
	}
	noteMended = words{
		PL: "wszystko w porządku",
		CS: "vše v pořádku",
		EN: "all is well again",
	}
	noteWatches = words{
		PL: "system nie pozwala obserwować tylu folderów (%v), więc przeglądam je co sekundę; w Linuksie pomaga wyższy limit fs.inotify.max_user_watches lub max_user_instances",
		CS: "systém nedovolí sledovat tolik složek (%v), proto je procházím každou sekundu; v Linuxu pomůže vyšší limit fs.inotify.max_user_watches nebo max_user_instances",
		EN: "the system cannot watch that many folders (%v), so they are looked through every second; on Linux a higher fs.inotify.max_user_watches or max_user_instances helps",
	}
)
