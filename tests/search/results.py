"""What a search page shows, as a patient's browser gets it."""

from ..html import Page


class ResultPage:
    def __init__(self, response):
        self.response, self.page = response, Page(response.content)

    @property
    def titles(self):
        return [link.text.strip() for link in self.page.find("a", class_="search-hits__title")]

    @property
    def addresses(self):
        return [link.attributes["href"] for link in self.page.find("a", class_="search-hits__title")]

    @property
    def marked(self):
        return [mark.text for mark in self.page.find("mark")]

    @property
    def main(self):
        return " ".join(self.page.one("main").text.split())

    @property
    def card_is_first(self):
        """Whether the emergency card stands before the form and every hit."""
        [card] = self.page.find("section", id="emergency")
        later = [*self.page.find("input", id="search-page"), *self.page.find("a", class_="search-hits__title")]
        return all(card.order < element.order for element in later)


def search(client, text, **more):
    response = client.get("/search/", {"q": text, **more})
    assert response.status_code == 200
    return ResultPage(response)
