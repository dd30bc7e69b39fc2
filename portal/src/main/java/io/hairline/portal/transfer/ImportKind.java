package io.hairline.portal.transfer;

/** The tables that a clinic can bring. */
enum ImportKind {
    CLIENTS("", "/clients/import", "givenName,familyName,dateOfBirth,email,phone,language,zone", "import"),
    HISTORY("/history", "/past-appointments/import", "email,phone,date,time,serviceCode,outcome", "history");

    private final String path;
    private final String api;
    private final String columns;
    private final String words;

    ImportKind(String path, String api, String columns, String words) {
        this.path = path;
        this.api = api;
        this.columns = columns;
        this.words = words;
    }

    /** Of the page, behind the clinic's import. */
    public String path() {
        return path;
    }

    String api() {
        return api;
    }

    /** In the service's names. */
    public String columns() {
        return columns;
    }

    /** What its messages begin with. */
    public String words() {
        return words;
    }
}
