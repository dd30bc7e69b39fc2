package io.hairline.headoffice.dashboard.projection;

/** One set of the dashboard's collections; a rebuild fills the next one while the last one answers. */
public record Generation(long number) {

    /** The clients' facts. */
    String clients() {
        return ClientFacts.COLLECTION + suffix();
    }

    /** The sums of the clinics' days, or those of their practitioners and chairs. */
    String cells(boolean ofResources) {
        return (ofResources ? DailyTotals.OF_RESOURCES : DailyTotals.COLLECTION) + suffix();
    }

    /** The collection whose changes move dashboards. */
    public String totals() {
        return cells(false);
    }

    private String suffix() {
        return number == 0 ? "" : "_" + number;
    }
}
