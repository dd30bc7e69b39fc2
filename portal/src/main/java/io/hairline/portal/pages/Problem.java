package io.hairline.portal.pages;

/** What a {@code type} of {@code /problems/<slug>} means, and what to do about it. */
record Problem(String slug, String status, String html) {}
