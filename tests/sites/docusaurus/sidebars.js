module.exports = { docs: ["lamp", "about"] };
