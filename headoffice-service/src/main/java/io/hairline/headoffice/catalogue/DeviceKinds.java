package io.hairline.headoffice.catalogue;

/** How kinds of devices are written: services ask for one, clinics have devices of it. */
public final class DeviceKinds {

    public static final String FORM = "[A-Z][A-Z0-9_]{1,29}";
    public static final String RULE = "must be 2 to 30 capital letters, digits or underscores";

    private DeviceKinds() {}
}
