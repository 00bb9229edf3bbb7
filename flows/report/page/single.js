// A page of one article.
explainInto(byId("explained"), data.article);
document.documentElement.dataset.ready = "yes";
