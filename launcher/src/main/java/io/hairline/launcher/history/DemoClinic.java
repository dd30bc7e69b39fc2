package io.hairline.launcher.history;

import java.time.ZoneId;

/** A clinic, as far as its history needs to know it. */
record DemoClinic(String id, ZoneId zone, String currency) {}
