package diag

// siteRules are about the finished site: CX6xx.
var siteRules = []*Rule{
	{
		Code: AddressClash, Severity: Error,
		Title: say("Dwie strony pod jednym adresem", "Dvě stránky na jedné adrese", "Two pages at one address"),
		Why: say(
			"Jedna strona zastąpiłaby drugą, a nikt by nie zauważył, że tamta zniknęła.",
			"Jedna stránka by nahradila druhou a nikdo by si nevšiml, že zmizela.",
			"One page would replace the other, and nobody would notice that it is gone."),
		Before: "content/policies/complaints.en.md\ncontent/policies/2026/complaints.en.md",
		After:  "content/policies/complaints.en.md\ncontent/policies/2026/complaints-2026.en.md",
		Messages: only(
			"adres {address} ma już inna strona",
			"adresu {address} už používá jiná stránka",
			"another page already has the address {address}"),
		Hints: texts{
			"": say(
				"zmień nazwę jednego z plików",
				"přejmenujte jeden ze souborů",
				"rename one of the files"),
			"folder": say(
				"wybierz w schemacie inny folder: ten adres ma w każdym podręczniku inna strona",
				"zvolte ve schématu jinou složku: tuto adresu má v každé příručce jiná stránka",
				"choose another folder in the schema: in every handbook this address is another page's"),
		},
		Notes: texts{"other": say("druga strona", "druhá stránka", "the other page")},
	},
	{
		Code: AddressNearClash, Severity: Error,
		Title: say("Adresy prawie takie same", "Téměř stejné adresy", "Addresses that are nearly the same"),
		Why: say(
			"Część serwerów i komputerów nie rozróżnia takich adresów i pokaże tylko jedną z tych stron.",
			"Některé servery a počítače takové adresy nerozlišují a ukážou jen jednu z těchto stránek.",
			"Some servers and machines do not tell such addresses apart and show only one of the pages."),
		Before: "content/policies/Complaints.en.md\ncontent/policies/complaints.en.md",
		After:  "content/policies/complaints.en.md\ncontent/policies/complaints-2023.en.md",
		Messages: only(
			"adres {address} różni się od {other} tylko wielkością liter lub zapisem znaków",
			"adresa {address} se od {other} liší jen velikostí písmen nebo zápisem znaků",
			"the address {address} differs from {other} only in capitals or in how letters are encoded"),
		Hints: only(
			"zmień nazwę jednego z plików, najlepiej na małe litery",
			"přejmenujte jeden ze souborů, nejlépe malými písmeny",
			"rename one of the files, best in small letters"),
		Notes: texts{"other": say("druga strona", "druhá stránka", "the other page")},
	},
	{
		Code: BadRedirect, Severity: Error,
		Title: say("Błędne przekierowanie", "Chybné přesměrování", "Faulty redirect"),
		Why: say(
			"Przekierowanie prowadzi ze starego adresu do wpisu. Sprzeczne przekierowania nie prowadzą nigdzie.",
			"Přesměrování vede ze staré adresy na záznam. Přesměrování, která si odporují, nevedou nikam.",
			"A redirect leads from an old address to a record. Redirects that contradict each other lead nowhere."),
		Before: "- {from: /pl/policies/reklamacje/, to: POL-001}\n- {from: /pl/policies/reklamacje/, to: POL-004}",
		After:  "- {from: /pl/policies/reklamacje/, to: POL-004}",
		Messages: texts{
			"page": say(
				"pod adresem {from} jest strona, więc nie można z niego przekierować",
				"na adrese {from} je stránka, proto z ní nelze přesměrovat",
				"{from} is the address of a page, so it cannot be redirected"),
			"twice": say(
				"adres {from} przekierowano dwa razy",
				"adresa {from} je přesměrována dvakrát",
				"{from} is redirected twice"),
			"own": say(
				"pod adresem {from} witryna trzyma własne pliki, więc nie można z niego przekierować",
				"na adrese {from} má web vlastní soubory, proto z ní nelze přesměrovat",
				"the site keeps files of its own at {from}, so it cannot be redirected"),
			"form": say(
				"„{from}” nie jest adresem tej witryny",
				"„{from}“ není adresa tohoto webu",
				`"{from}" is not an address of this site`),
		},
		Hints: texts{
			"page": say(
				"usuń przekierowanie albo zmień nazwę pliku tej strony",
				"přesměrování smažte, nebo přejmenujte soubor této stránky",
				"remove the redirect, or rename the file of that page"),
			"twice": say(
				"zostaw jedno z nich",
				"ponechte jedno z nich",
				"keep one of the two"),
			"own": say(
				"usuń przekierowanie",
				"přesměrování smažte",
				"remove the redirect"),
			"form": say(
				"zapisz adres od ukośnika do ukośnika, na przykład /pl/policies/stary/",
				"zapište adresu od lomítka k lomítku, například /cs/policies/stara/",
				"write the address from slash to slash, such as /en/policies/old/"),
		},
		Notes: texts{"other": say("drugie przekierowanie", "druhé přesměrování", "the other redirect")},
	},
}
