package series

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// personalNames are what columns about people are called in exports of survey
// and desk tools, in the three languages, folded.
var personalNames = strings.Fields(`
	name first_name last_name firstname lastname full_name fullname surname customer_name employee employee_name person
	imie nazwisko imie_i_nazwisko pracownik klient osoba
	jmeno prijmeni jmeno_a_prijmeni zamestnanec zakaznik
	email e-mail mail e_mail email_address recipientemail recipientfirstname recipientlastname
	phone telephone mobile phone_number telefon tel komorka mobil
	pesel rodne_cislo locationlatitude locationlongitude ip ipaddress ip_address address adres adresa birth_date data_urodzenia datum_narozeni`)

// personal reports whether a column's name is that of data about a person.
func personal(name string) bool {
	folded, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), name)
	if err != nil {
		folded = name
	}
	folded = strings.ReplaceAll(strings.ReplaceAll(folded, "ł", "l"), " ", "_")
	return slices.Contains(personalNames, strings.ToLower(folded))
}

var mailAddress = regexp.MustCompile(`[^\s@<>"',;]+@[^\s@<>"',;]+\.[\pL]{2,}`)

// address reports whether a value has the address of a mailbox in it.
func address(value string) bool {
	return strings.Contains(value, "@") && mailAddress.MatchString(value)
}
