package io.hairline.portal.office;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.ServiceOffering;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A kind of device that some service of the catalogue needs.
 *
 * @param name in the reader's language
 */
record DeviceKind(String code, String name) {

    static List<DeviceKind> of(List<ServiceOffering> offers) {
        return offers.stream()
                .map(ServiceOffering::deviceKind)
                .filter(Objects::nonNull)
                .distinct()
                .map(it -> new DeviceKind(it, CodeLabels.label("device", it)))
                .toList();
    }

    /** The code of what was typed: a known kind's by its name; a new kind's is made of the letters and digits. */
    static String code(String typed, List<DeviceKind> known) {
        String name = typed.strip();
        return known.stream()
                .filter(it -> it.name().equalsIgnoreCase(name) || it.code().equals(name))
                .map(DeviceKind::code)
                .findFirst()
                .orElseGet(() -> name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_"));
    }
}
