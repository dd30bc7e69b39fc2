package io.hairline.portal.api;

/** Whose token a page's calls carry. */
public interface Bearer {

    String token();
}
