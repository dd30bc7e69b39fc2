package io.hairline.contracts.headoffice;

/**
 * When a colour wants refreshing, in months after the last session. Clinics publish two to six years for a permanent colour (two to
 * five: primelineokc, scalpmicropigmentationmd; three to five: njsmp; up to six: radiancecosmedic) and up to two for a temporary one.
 *
 * @param dueMonths after which a permanent colour wants refreshing
 * @param lightSkinSoonerMonths how much sooner for Fitzpatrick I and II
 * @param oilySkinSoonerMonths how much sooner for oily skin
 * @param outdoorWorkSoonerMonths how much sooner for who works outdoors
 * @param soonestMonths and {@code latestMonths}: what no reasons together go beyond
 * @param windowMonths how far the window reaches before and after its day
 * @param fadeCheckMonths after which a temporary colour is looked at
 * @param fadedMonths after which a temporary colour is gone
 */
public record TouchUpRule(
        int dueMonths,
        int lightSkinSoonerMonths,
        int oilySkinSoonerMonths,
        int outdoorWorkSoonerMonths,
        int soonestMonths,
        int latestMonths,
        int windowMonths,
        int fadeCheckMonths,
        int fadedMonths) {

    /** Four years and the months of each reason: the brand's own choice within what clinics publish, not the result of a study. */
    public static final TouchUpRule DEFAULT = new TouchUpRule(48, 12, 6, 6, 24, 72, 6, 18, 24);
}
