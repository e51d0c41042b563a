package feed

import "encoding/xml"

// iis is a web.config for Internet Information Services.
func (h headers) iis() string {
	type add struct {
		XMLName xml.Name `xml:"add"`
		Name    string   `xml:"name,attr"`
		Value   string   `xml:"value,attr"`
	}
	type protocol struct {
		Headers []add `xml:"customHeaders>add"`
	}
	type errorPage struct {
		Status int    `xml:"statusCode,attr"`
		Path   string `xml:"path,attr"`
		Mode   string `xml:"responseMode,attr"`
	}
	type server struct {
		Protocol protocol  `xml:"httpProtocol"`
		Page     errorPage `xml:"httpErrors>error"`
	}
	type cache struct {
		Mode   string `xml:"cacheControlMode,attr"`
		MaxAge string `xml:"cacheControlMaxAge,attr"`
	}
	type location struct {
		Path  string `xml:"path,attr"`
		Cache cache  `xml:"system.webServer>staticContent>clientCache"`
	}
	config := struct {
		XMLName xml.Name `xml:"configuration"`
		Comment string   `xml:",comment"`
		Server  server   `xml:"system.webServer"`
		Assets  location `xml:"location"`
	}{
		Comment: " Internet Information Services: as web.config in the handbook's folder. Names in assets/ change with their content. ",
		Server:  server{Page: errorPage{404, h.root + "404.html", "ExecuteURL"}},
		Assets:  location{Path: "assets", Cache: cache{"UseMaxAge", "365.00:00:00"}},
	}
	for _, e := range h.each() {
		if e[0] != "Cache-Control" { // is set by clientCache
			config.Server.Protocol.Headers = append(config.Server.Protocol.Headers, add{Name: e[0], Value: e[1]})
		}
	}
	data, err := xml.MarshalIndent(config, "", "  ")
	if err != nil {
		panic(err) // the form is fixed
	}
	return xml.Header + string(data) + "\n"
}
