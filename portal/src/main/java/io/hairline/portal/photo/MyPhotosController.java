package io.hairline.portal.photo;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.language.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The client's own photos. */
@Controller
@RequestMapping("/me/photos")
class MyPhotosController {

    private static final String BASE = "/me/photos";

    private final PhotoPages pages;

    MyPhotosController(PhotoPages pages) {
        this.pages = pages;
    }

    @GetMapping
    String list(Principal who, PhotoPages.Chosen chosen, Model model) {
        pages.fill(who.getName(), BASE, chosen, Texts.text("part.unavailable"), model);
        return "my-photos";
    }

    @PostMapping
    String take(HttpServletRequest request, Principal who, Model model, RedirectAttributes next) throws IOException {
        try {
            return pages.take(request, BASE, next);
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return list(who, new PhotoPages.Chosen(null, null, null), model);
        }
    }

    @GetMapping("/{id:pho_[0-9a-z]+}")
    void show(@PathVariable String id, HttpServletResponse response) {
        pages.show(id, response);
    }
}
