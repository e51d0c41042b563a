package feed

import "encoding/xml"

// The parts of a web.config that the sample says something in.
type (
	iisHeader struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	}
	iisRemoved struct {
		Status int `xml:"statusCode,attr"`
	}
	iisError struct {
		Status int    `xml:"statusCode,attr"`
		Path   string `xml:"path,attr"`
		Mode   string `xml:"responseMode,attr"`
	}
	iisCache struct {
		Mode   string `xml:"cacheControlMode,attr"`
		MaxAge string `xml:"cacheControlMaxAge,attr,omitempty"`
	}
	iisServer struct {
		Headers []iisHeader `xml:"httpProtocol>customHeaders>add"`
		// The server's own page for this error goes first: two are a fault.
		Removed iisRemoved `xml:"httpErrors>remove"`
		Page    iisError   `xml:"httpErrors>error"`
		Cache   iisCache   `xml:"staticContent>clientCache"`
	}
	iisLocation struct {
		Path  string   `xml:"path,attr"`
		Cache iisCache `xml:"system.webServer>staticContent>clientCache"`
	}
)

// iis is a web.config for Internet Information Services.
func (h headers) iis() string {
	config := struct {
		XMLName xml.Name    `xml:"configuration"`
		Comment string      `xml:",comment"`
		Server  iisServer   `xml:"system.webServer"`
		Assets  iisLocation `xml:"location"`
	}{
		Comment: " Internet Information Services: as web.config in the handbook's folder. Names in assets/ change with their content. ",
		Server: iisServer{
			Removed: iisRemoved{404}, Page: iisError{404, h.root + "404.html", "ExecuteURL"},
			Cache: iisCache{Mode: "DisableCache"}, // says no-cache
		},
		Assets: iisLocation{"assets", iisCache{"UseMaxAge", "365.00:00:00"}},
	}
	for _, e := range h.each() {
		config.Server.Headers = append(config.Server.Headers, iisHeader{e[0], e[1]})
	}
	data, err := xml.MarshalIndent(config, "", "  ")
	if err != nil {
		panic(err) // the form is fixed
	}
	return xml.Header + string(data) + "\n"
}
