package io.hairline.contracts.headoffice;

/**
 * How long the rules after a session hold, as the last local day of each, counted from the session's own day, which is 0. Clinics
 * publish four to five days dry, seven with mild washing, about ten without a razor and sauna, 28 to 30 without pool and sun
 * (enhancedscalp, steadymicro, newagespa, studylibfr, jaimiejolly).
 *
 * @param dryDays no water; on the last of them the scalp may be rinsed
 * @param washFromDay from when a mild shampoo and a moisturiser are used
 * @param mildWashDays until when the shampoo has to be a mild one
 * @param scabDays no touching, sweating, shaving or styling
 * @param poolAndSunDays no pool, sea and strong sun
 * @param longSunDays no strong sun on a scar and on skin that burns easily
 */
public record AftercareDays(
        int dryDays, int washFromDay, int mildWashDays, int scabDays, int poolAndSunDays, int longSunDays) {

    public static final AftercareDays DEFAULT = new AftercareDays(4, 5, 7, 10, 28, 30);
}
