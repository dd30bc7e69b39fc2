package io.hairline.portal.appointment;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.input.SubmittedForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The zones of the scalp as they are drawn, seen from above with the face at the top. */
final class ScalpMap {

    private static final List<Shape> SHAPES = List.of(
            new Shape("FRONTAL_HAIRLINE", "M120 30H280V100Q200 72 120 100Z", 200, 61),
            new Shape("TEMPLE_LEFT", "M30 30H120V100L95 165H30Z", 92, 118),
            new Shape("TEMPLE_RIGHT", "M370 30H280V100L305 165H370Z", 308, 118),
            new Shape("FORELOCK", "M120 100Q200 72 280 100L305 165H95Z", 200, 130),
            new Shape("MID_SCALP", "M125 165H275V265H125Z", 200, 215),
            new Shape("CROWN", "M125 265H275V365H125Z", 200, 315),
            new Shape("PARIETAL_LEFT", "M30 165H125V345H30Z", 88, 255),
            new Shape("PARIETAL_RIGHT", "M370 165H275V345H370Z", 312, 255),
            new Shape("OCCIPITAL", "M30 345H125V365H275V345H370V470H30Z", 200, 410),
            new Shape("SIDEBURNS", "M14 150H36V225H14ZM364 150H386V225H364Z", 25, 140),
            new Shape("SCAR", "M290 462H386V506H290Z", 338, 484));

    private ScalpMap() {}

    /** Where a zone lies, and where its number stands. */
    private record Shape(String code, String path, int x, int y) {}

    /**
     * A zone as the page shows it.
     *
     * @param number by which the picture and the list name the same zone
     * @param inside whether it lies within the outline of the head
     */
    record Zone(
            String code,
            int number,
            String name,
            String path,
            int x,
            int y,
            boolean inside,
            boolean chosen,
            String density,
            String passes) {}

    /** All zones, with what was filled in; nothing is chosen before somebody does. */
    static List<Zone> of(SubmittedForm form) {
        return IntStream.range(0, SHAPES.size())
                .mapToObj(it -> zone(it + 1, SHAPES.get(it), form))
                .toList();
    }

    private static Zone zone(int number, Shape it, SubmittedForm form) {
        return new Zone(
                it.code(),
                number,
                CodeLabels.label("zone", it.code()),
                it.path(),
                it.x(),
                it.y(),
                !it.code().equals("SIDEBURNS") && !it.code().equals("SCAR"),
                form.all("zone").contains(it.code()),
                form.text("density." + it.code()),
                form.text("passes." + it.code()));
    }

    /** What was chosen, as treatment takes it. */
    static List<Map<String, Object>> chosen(SubmittedForm form) {
        return form.all("zone").stream()
                .map(it -> {
                    Map<String, Object> zone = new LinkedHashMap<>();
                    zone.put("zone", it);
                    for (String what : List.of("density", "passes")) {
                        if (form.has(what + "." + it)) {
                            zone.put(what, form.number(what + "." + it));
                        }
                    }
                    return zone;
                })
                .toList();
    }
}
