package io.hairline.treatment.aftercare;

/** What a client does, or doesn't, in the weeks after a session. */
enum AftercareRule {
    KEEP_DRY,
    DONT_TOUCH,
    DONT_SWEAT,
    RINSE_WITH_WATER,
    WASH_MILDLY,
    MOISTURISE,
    MOISTURISE_WITHOUT_OIL,
    MOISTURISE_RICHLY,
    DONT_SHAVE,
    DONT_STYLE,
    NO_POOL,
    NO_SUN,
    SUN_PROTECTION_30,
    SUN_PROTECTION_50
}
