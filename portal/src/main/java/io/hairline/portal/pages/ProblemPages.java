package io.hairline.portal.pages;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

@Controller
class ProblemPages {

    private final Problems problems;

    ProblemPages(Problems problems) {
        this.problems = problems;
    }

    @GetMapping("/problems")
    String list(Model model) {
        model.addAttribute("problems", problems.all());
        return "problems";
    }

    @GetMapping("/problems/{slug}")
    String show(@PathVariable String slug, Model model) {
        Problem problem = problems.find(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("problem", problem);
        return "problem";
    }
}
