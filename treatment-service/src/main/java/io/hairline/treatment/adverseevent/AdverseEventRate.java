package io.hairline.treatment.adverseevent;

/**
 * How often something went wrong with one batch, beside what chance alone would explain.
 *
 * @param sessions in which the batch was used
 * @param adverseEvents reported of it
 * @param limit the highest share of sessions that the brand's own rate explains at three standard deviations (a funnel
 *     limit: wide for a batch that was used little)
 * @param aboveLimit whether the batch has at least two adverse events and a share above the limit
 */
record AdverseEventRate(
        String maker,
        String product,
        String lotNumber,
        long sessions,
        long adverseEvents,
        double limit,
        boolean aboveLimit) {

    private static final int LEAST_EVENTS = 2;
    private static final double SIGMAS = 3;

    /** A batch against the rate of the whole brand. */
    static AdverseEventRate of(AdverseEvent.Batch batch, long sessions, long events, long allSessions, long allEvents) {
        double brand = allSessions == 0 ? 0 : Math.min(1, (double) allEvents / allSessions);
        double limit = sessions == 0 ? 1 : Math.min(1, brand + SIGMAS * Math.sqrt(brand * (1 - brand) / sessions));
        boolean above = events >= LEAST_EVENTS && sessions > 0 && (double) events / sessions > limit;
        return new AdverseEventRate(batch.maker(), batch.product(), batch.lotNumber(), sessions, events, limit, above);
    }
}
