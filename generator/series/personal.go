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
	name first_name last_name firstname lastname full_name fullname surname customer_name customer employee employee_name person
	respondent respondent_name contact_name requester requester_name submitter submitter_name assignee assignee_name agent agent_name user user_name username
	imie nazwisko imie_i_nazwisko pracownik klient osoba imie_klienta nazwisko_klienta konsultant
	jmeno prijmeni jmeno_a_prijmeni cele_jmeno zamestnanec zakaznik jmeno_zakaznika prijmeni_zakaznika
	email e_mail mail email_address e_mail_address recipientemail recipient_email recipientfirstname recipientlastname
	customer_email contact_email user_email requester_email submitter_email assignee_email agent_email respondent_email
	adres_e_mail adres_email e_mail_klienta email_klienta e_mailova_adresa emailova_adresa e_mail_zakaznika email_zakaznika
	phone telephone mobile phone_number mobile_phone customer_phone telefon tel komorka mobil numer_telefonu nr_telefonu telefon_klienta telefonni_cislo
	pesel rodne_cislo locationlatitude locationlongitude latitude longitude ip ipaddress ip_address adres_ip ip_adresa
	address adres adresa birth_date date_of_birth data_urodzenia datum_narozeni`)

// personal reports whether a column's name is that of data about a person.
func personal(name string) bool {
	folded, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), name)
	if err != nil {
		folded = name
	}
	words := strings.FieldsFunc(strings.ReplaceAll(strings.ToLower(folded), "ł", "l"), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c)
	})
	return slices.Contains(personalNames, strings.Join(words, "_"))
}

// masked reports whether there is nothing in a value, or nothing but the signs
// that survey tools put in the place of what they took out.
func masked(value string) bool { return strings.Trim(value, " \t*-") == "" }

var mailAddress = regexp.MustCompile(`[^\s@<>"',;]+@[^\s@<>"',;]+\.[\pL]{2,}`)

// address reports whether a value has the address of a mailbox in it.
func address(value string) bool {
	return strings.Contains(value, "@") && mailAddress.MatchString(value)
}

// phone reports whether a value has a number of a telephone in it: with a plus
// and 9 to 15 digits (E.164), or as people write the nine digits of Poland and
// Czechia, in threes. Nine digits without a space are an id as well as a number,
// and are let pass.
func phone(value string) bool {
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c == '+' && international(value[i+1:]):
			return true
		case c < '0' || c > '9' || i > 0 && partOf(value[:i]):
		case threes(value[i:]):
			return true
		}
	}
	return false
}

// international reports whether a text begins with the digits of a number that
// had a plus before it.
func international(s string) bool {
	n := 0
	for i, c := range []byte(s) {
		switch {
		case c >= '0' && c <= '9':
			n++
		case i == 0 || !strings.ContainsRune(" -().", rune(c)):
			return n >= 9 && n <= 15
		}
	}
	return n >= 9 && n <= 15
}

// partOf reports whether what follows a text goes on with a word or number.
func partOf(before string) bool {
	last := before[len(before)-1]
	if last == ' ' || last == '-' {
		return len(before) > 1 && before[len(before)-2] >= '0' && before[len(before)-2] <= '9'
	}
	return last >= '0' && last <= '9' || last >= 'a' && last <= 'z' || last >= 'A' && last <= 'Z' || last == '.' || last == ',' || last == '_' || last >= 0x80
}

// threes reports whether a text begins with three times three digits, and no
// more of them. Round millions are an amount.
func threes(s string) bool {
	const length = len("601 234 567")
	if len(s) < length || s[3] != s[7] || s[3] != ' ' && s[3] != '-' || !digits(s[:3]) || !digits(s[4:7]) || !digits(s[8:11]) || s[4:7] == "000" && s[8:11] == "000" {
		return false
	}
	rest := s[length:]
	if rest != "" && (rest[0] == ' ' || rest[0] == '-') {
		rest = rest[1:]
	}
	return rest == "" || rest[0] < '0' || rest[0] > '9'
}
