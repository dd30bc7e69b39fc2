const place = document.getElementById("reference");

function refuse(text) {
  const message = document.createElement("p");
  message.setAttribute("role", "status");
  message.textContent = text;
  place.replaceChildren(message);
}

fetch(place.dataset.document)
  .then((answer) => {
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    return answer.json();
  })
  .then((spec) => {
    place.replaceChildren();
    window.SwaggerUIBundle({
      spec,
      domNode: place,
      deepLinking: true,
      defaultModelsExpandDepth: 0,
      docExpansion: "list",
      displayRequestDuration: true,
      validatorUrl: null,
    });
  })
  .catch(() => refuse(place.dataset.away));
