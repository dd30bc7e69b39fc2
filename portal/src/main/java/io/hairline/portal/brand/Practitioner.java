package io.hairline.portal.brand;

import java.util.List;

/** A person who treats. */
public record Practitioner(String id, String displayName, List<String> serviceCodes, List<String> clinicIds) {}
